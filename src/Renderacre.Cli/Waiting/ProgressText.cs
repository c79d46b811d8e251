using System.Globalization;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>A job's progress in words.</summary>
internal static class ProgressText
{
    /// <summary>State and counts in one line.</summary>
    public static string Of(Job job)
    {
        var counts = job.TaskCounts;
        var parts = new List<string> { $"{counts.Succeeded}/{job.TasksTotal} tasks done" };
        Add("running", counts.Running + counts.Leased);
        Add("failed", counts.Failed);
        Add("cancelled", counts.Cancelled);
        return $"{Cell.Clean(job.Name)}: {Cell.Word(job.State)}, {string.Join(", ", parts)}";

        void Add(string word, long count)
        {
            if (count > 0)
                parts.Add($"{count} {word}");
        }
    }

    /// <summary>How far a running task is and what it does, or null where it told neither.</summary>
    public static string? Of(TaskInfo task) => (task.Progress, task.ProgressMessage) switch
    {
        (null, null) => null,
        (null, { } message) => message,
        ({ } percent, null) => Percent(percent),
        ({ } percent, { } message) => $"{Percent(percent)} {message}",
    };

    /// <summary>How many of a job's tasks are done; with what is done of those that run, where any tells it.</summary>
    public static string Done(Job job)
    {
        var done = $"{job.TaskCounts.Succeeded}/{job.TasksTotal}";
        return job.Tasks.Any(task => task.Progress is not null)
            ? $"{done} {Percent(100 * TasksDone(job) / job.TasksTotal)}"
            : done;
    }

    /// <summary>Tasks that are done, and parts of those that run, as far as they tell.</summary>
    public static double TasksDone(Job job) =>
        job.TaskCounts.Succeeded + job.Tasks.Sum(task => task.Progress ?? 0) / 100;

    // What is not done is not shown as if it were.
    private static string Percent(double percent) =>
        Math.Floor(percent).ToString("0'%'", CultureInfo.InvariantCulture);
}
