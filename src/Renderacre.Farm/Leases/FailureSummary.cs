using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Farm.Leases;

/// <summary>What went wrong with an attempt, in one line.</summary>
public static class FailureSummary
{
    private const int LengthMax = 1000;

    /// <summary>
    /// A failure's summary: what the task said of itself, else the last line of standard error that is not blank, else
    /// what happened.
    /// </summary>
    /// <param name="state">How the attempt ended.</param>
    /// <param name="result">The result, or null where the lease was lost.</param>
    /// <param name="lostBecause">Why the lease was lost, or null.</param>
    /// <returns>The line, at most 1,000 characters; null for a success.</returns>
    public static string? Of(AttemptState state, AttemptResult? result, string? lostBecause)
    {
        if (result is null)
            return lostBecause;
        if (result.Outcome == LeaseOutcome.Succeeded)
            return state == AttemptState.Cancelled ? "the task was cancelled before it ended" : null;
        // A process that was killed for its memory has seldom said so itself.
        string summary = result.Message
            ?? (result.Outcome == LeaseOutcome.OutOfMemory ? null : LastLine(result.StderrTail)) ?? What(result);
        return summary.Length <= LengthMax ? summary : summary[..LengthMax];
    }

    private static string? LastLine(string? tail) =>
        tail?.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault();

    private static string What(AttemptResult result) => result.Outcome switch
    {
        LeaseOutcome.Cancelled => "cancelled",
        LeaseOutcome.OutOfMemory => "ended for lack of memory",
        LeaseOutcome.TimedOut => "stopped because its time was up",
        LeaseOutcome.Succeeded or LeaseOutcome.Failed => $"exited with code {result.ExitCode}",
    };
}
