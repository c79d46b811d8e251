using Renderacre.Contracts.Jobs;

namespace Renderacre.Bench.FarmSessions;

/// <summary>What the attempts at a job's tasks tell of their times.</summary>
/// <param name="Start">When the first one started.</param>
/// <param name="End">When the last one ended.</param>
/// <param name="ChildSeconds">Seconds on processors of their own processes.</param>
internal sealed record TaskTimes(DateTimeOffset Start, DateTimeOffset End, double ChildSeconds)
{
    public static TaskTimes Of(IReadOnlyList<TaskAttempt> attempts) => new(
        attempts.Min(attempt => attempt.StartedAt) ?? throw new InvalidOperationException("no task has started"),
        attempts.Max(attempt => attempt.CompletedAt) ?? throw new InvalidOperationException("no task has ended"),
        attempts.Sum(attempt => attempt.Usage?.CpuSeconds ?? 0));
}
