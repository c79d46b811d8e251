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
}
