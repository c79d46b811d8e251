using System.Globalization;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Waiting;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>Tasks and attempts in tables.</summary>
/// <param name="printer">Where to.</param>
/// <param name="zone">The zone that times are shown in.</param>
internal sealed class TaskReport(Printer printer, TimeZoneInfo zone)
{
    private static readonly string[] TaskColumns =
        ["ID", "TASK", "STATE", "PROGRESS", "ATTEMPTS", "EXIT CODE", "STARTED", "TOOK", "WHY"];

    private static readonly string[] AttemptColumns =
        ["NUMBER", "STATE", "WORKER", "EXIT CODE", "LEASED", "STARTED", "TOOK", "FILES", "WHY"];

    /// <summary>Writes a table of tasks.</summary>
    public void Print(IReadOnlyList<TaskInfo> tasks)
    {
        if (tasks.Count == 0)
        {
            printer.Line("There are no such tasks.");
            return;
        }

        var ids = new ShortIds(tasks.Select(task => task.Id));
        printer.Table(TaskColumns, tasks.Select(task => Row(task, ids)));
    }

    /// <summary>Writes a table of a task's attempts.</summary>
    /// <param name="task">The task.</param>
    /// <param name="workers">The workers there are, for their names.</param>
    public void PrintAttempts(TaskInfo task, IReadOnlyList<WorkerInfo> workers)
    {
        printer.Line($"{task.Name}  {task.Id}");
        if (task.Removed)
            printer.Line("It is no task of its job any more: the job was edited.");
        if (task.AttemptRecords.Count == 0)
        {
            printer.Line("It has not been tried yet.");
            return;
        }

        var names = workers.ToDictionary(worker => worker.Id, worker => worker.Name);
        printer.Table(AttemptColumns, task.AttemptRecords.Select(attempt => Row(attempt, names)));
    }

    private Text[] Row(TaskInfo task, ShortIds ids) =>
    [
        Cell.Of(ids.Of(task.Id)), Cell.Of(task.Name), Cell.Of(task.State), Cell.Of(ProgressText.Of(task)),
        Cell.Of(task.Attempts),
        ExitCode(task.LastExitCode), Time(task.StartedAt), Took(task.StartedAt, task.CompletedAt),
        Cell.Of(task.AttemptRecords is [.., var last] ? last.FailureSummary : null),
    ];

    private Text[] Row(TaskAttempt attempt, Dictionary<Guid, string> workers) =>
    [
        Cell.Of(attempt.Number), Cell.Of(Cell.Word(attempt.State)),
        Cell.Of(workers.GetValueOrDefault(attempt.WorkerId, attempt.WorkerId.ToString())), ExitCode(attempt.ExitCode),
        Cell.Of(attempt.LeasedAt, zone), Time(attempt.StartedAt), Took(attempt.StartedAt, attempt.CompletedAt),
        Cell.Of(attempt.Artifacts.Count), Cell.Of(attempt.FailureSummary),
    ];

    private Text Time(DateTimeOffset? time) => time is { } known ? Cell.Of(known, zone) : Cell.Of((string?)null);

    private static Text ExitCode(int? exitCode) => Cell.Of(exitCode?.ToString(CultureInfo.InvariantCulture));

    private static Text Took(DateTimeOffset? from, DateTimeOffset? to) =>
        Cell.Of(from is { } start && to is { } end ? Duration.Text(end - start) : null);
}
