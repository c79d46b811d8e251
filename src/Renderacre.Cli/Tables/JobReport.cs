using System.Globalization;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Submitting;
using Renderacre.Cli.Waiting;
using Renderacre.Contracts.Jobs;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>One job, told to people.</summary>
/// <param name="printer">Where to.</param>
/// <param name="zone">The zone that times are shown in.</param>
internal sealed class JobReport(Printer printer, TimeZoneInfo zone)
{
    /// <summary>The most tasks of one kind that are listed.</summary>
    public const int TasksShown = 20;

    private static readonly string[] StepColumns =
        ["STEP", "TASKS", "PENDING", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"];
    private static readonly string[] RunningColumns = ["ID", "RUNNING TASK", "PROGRESS", "ATTEMPT", "SINCE"];
    private static readonly string[] FailedColumns = ["ID", "FAILED TASK", "ATTEMPTS", "EXIT CODE", "WHY"];

    /// <summary>Writes all of it.</summary>
    public void Print(Job job)
    {
        PrintHead(job);
        if (job.TasksTruncated)
            printer.Line($"Of its tasks the {job.Tasks.Count} that matter most are looked at below.");
        PrintSteps(job);
        PrintRunning(job);
        PrintFailed(job);
    }

    /// <summary>Writes the failed tasks, with why; nothing where none failed.</summary>
    public void PrintFailed(Job job)
    {
        var failed = job.Tasks.Where(task => task.State == TaskState.Failed).ToList();
        PrintTasks(job, failed, job.TaskCounts.Failed, FailedColumns, (task, id) =>
        [
            id, Cell.Of(task.Name), Cell.Of(task.Attempts),
            Cell.Of(task.LastExitCode?.ToString(CultureInfo.InvariantCulture)),
            Cell.Of(task.AttemptRecords is [.., var last] ? last.FailureSummary : null),
        ]);
    }

    private void PrintHead(Job job)
    {
        printer.Line($"{job.Name}  {job.Id}");
        var counts = job.TaskCounts;
        printer.Line($"state {Cell.Word(job.State)}, priority {job.Priority}, {job.TasksTotal} tasks: "
            + $"{counts.Pending} pending, {counts.Leased + counts.Running} running, {counts.Succeeded} succeeded, "
            + $"{counts.Failed} failed, {counts.Cancelled} cancelled");
        printer.Line($"submitted {Time(job.CreatedAt)}, last change {Time(job.UpdatedAt)}");
        foreach (var (name, value) in Extras(job).Where(extra => !string.IsNullOrEmpty(extra.Value)))
            printer.Line($"{name} {value}");
    }

    private static IEnumerable<(string Name, string? Value)> Extras(Job job) =>
    [
        ("owner", job.Owner), ("project", job.Project), ("queue", job.Queue), ("tags", string.Join(", ", job.Tags)),
        ("comment", job.Comment), ("frames", FrameOrderOption.Tell(job.FrameOrders)),
    ];

    private void PrintSteps(Job job)
    {
        var steps = job.Tasks.GroupBy(task => task.Openjd?.StepName).Where(step => step.Key is not null).ToList();
        if (steps.Count == 0)
            return;
        printer.Line("");
        printer.Table(StepColumns, steps.Select(StepRow));
    }

    private static Text[] StepRow(IGrouping<string?, TaskInfo> step)
    {
        return
        [
            Cell.Of(step.Key), Cell.Of(step.LongCount()), Count(TaskState.Pending),
            Cell.Of(step.LongCount(task => task.State is TaskState.Running or TaskState.Leased)),
            Count(TaskState.Succeeded), Count(TaskState.Failed), Count(TaskState.Cancelled),
        ];

        Text Count(TaskState state) => Cell.Of(step.LongCount(task => task.State == state));
    }

    private void PrintRunning(Job job)
    {
        var running = job.Tasks.Where(task => task.State is TaskState.Running or TaskState.Leased).ToList();
        PrintTasks(job, running, job.TaskCounts.Running + job.TaskCounts.Leased, RunningColumns, (task, id) =>
        [
            id, Cell.Of(task.Name), Cell.Of(ProgressText.Of(task)),
            Cell.Of(task.AttemptRecords is [.., var last] ? last.Number : 1),
            task.StartedAt is { } since ? Cell.Of(since, zone) : Cell.Of("not started"),
        ]);
    }

    private void PrintTasks(
        Job job, List<TaskInfo> tasks, long total, IReadOnlyList<string> columns, Func<TaskInfo, Text, Text[]> row)
    {
        if (tasks.Count == 0)
            return;
        var ids = new ShortIds(job.Tasks.Select(task => task.Id));
        printer.Line("");
        printer.Table(columns, tasks.Take(TasksShown).Select(task => row(task, Cell.Of(ids.Of(task.Id)))));
        if (total > TasksShown)
            printer.Line($"and {total - Math.Min(TasksShown, tasks.Count)} more");
    }

    private string Time(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
