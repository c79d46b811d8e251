using System.Text.Json;
using Renderacre.Cli.Tables;
using Renderacre.Cli.Waiting;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Watching;

/// <summary>The farm as lines, one for each change of a job or a worker: for logs and pipes.</summary>
/// <param name="output">Where to.</param>
/// <param name="json">Whether each line is a job or a worker as JSON.</param>
internal sealed class LineScreen(TextWriter output, bool json) : IFarmScreen
{
    private readonly Dictionary<Guid, string> _shown = [];
    private string _silence = "";

    /// <inheritdoc/>
    public void Show(FarmView farm)
    {
        _silence = "";
        foreach (var job in farm.Jobs)
        {
            var line = ProgressText.Of(job);
            Write(job.Id, line, () => JsonSerializer.Serialize(job with { Tasks = [] }, WireJson.Default.Job));
        }

        foreach (var worker in farm.Workers)
        {
            var line = $"{Cell.Clean(worker.Name)}: {Cell.Word(worker.State)}, "
                + $"{worker.SlotsUsed} of {worker.Capacity.Slots ?? 1} slots used";
            Write(worker.Id, line, () => JsonSerializer.Serialize(worker, WireJson.Default.WorkerInfo));
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void ShowSilence(string reason)
    {
        if (json || _silence == reason)
            return;
        _silence = reason;
        output.WriteLine(Cell.Clean(reason));
        output.Flush();
    }

    private void Write(Guid id, string line, Func<string> toJson)
    {
        if (_shown.GetValueOrDefault(id) == line)
            return;
        _shown[id] = line;
        output.WriteLine(json ? toJson() : line);
    }
}
