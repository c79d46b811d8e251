using System.Globalization;
using Renderacre.Cli.Tables;
using Renderacre.Cli.Waiting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Renderacre.Cli.Watching;

/// <summary>The farm on one screen of a terminal that is drawn anew with each change.</summary>
/// <param name="context">The terminal.</param>
/// <param name="host">Its clock and zone.</param>
/// <param name="height">Lines of the terminal.</param>
internal sealed class LiveScreen(LiveDisplayContext context, CliHost host, int height) : IFarmScreen
{
    // Two headings, the summary, the blank lines between and a line for the cursor.
    private const int OtherLines = 7;

    private IRenderable _last = new Text("");

    /// <inheritdoc/>
    public void Show(FarmView farm)
    {
        var workers = Math.Clamp(farm.Workers.Count, 1, Math.Max(1, (height - OtherLines) / 3));
        var jobs = Math.Max(1, height - OtherLines - workers);
        var zone = host.Time.LocalTimeZone;
        var shown = farm.Jobs.OrderBy(JobWatcher.HasEnded).Take(jobs).ToList();
        _last = new Rows(
            new Text(Summary(farm)), new Text(""),
            Printer.Grid(JobTable.Columns, JobTable.Rows(shown, zone)), new Text(""),
            Printer.Grid(WorkerTable.Columns, WorkerTable.Rows([.. farm.Workers.Take(workers)], zone)));
        context.UpdateTarget(_last);
    }

    /// <inheritdoc/>
    public void ShowSilence(string reason) =>
        context.UpdateTarget(new Rows(new Text(Cell.Clean(reason), new Style(Color.Red)), _last));

    private string Summary(FarmView farm)
    {
        var stats = farm.Stats;
        var now = host.Time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{now}  jobs: {stats.JobsRunning} running, {stats.JobsQueued} queued, {stats.JobsFailed} failed of "
            + $"{stats.JobsTotal}  tasks: {stats.TasksRunning + stats.TasksLeased} running, {stats.TasksPending} "
            + $"pending, {stats.TasksFailed} failed of {stats.TasksTotal}  slots: {stats.WorkerSlotsUsed} of "
            + $"{stats.WorkerSlots} used on {stats.WorkersOnline} workers";
    }
}
