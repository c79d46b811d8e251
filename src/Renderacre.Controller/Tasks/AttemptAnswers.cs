using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Tasks;

/// <summary>Attempts as the wire shows them.</summary>
internal static class AttemptAnswers
{
    /// <summary>One attempt at a task.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="view">The task as it is now.</param>
    public static TaskAttempt Make(UnitRef unit, AttemptRow attempt, UnitView view) => new()
    {
        Id = attempt.Attempt.ToAttemptGuid(),
        Number = attempt.Number,
        WorkerId = attempt.Worker.ToGuid(),
        State = IsUnderCancel(attempt, view) ? AttemptState.Cancelled : attempt.State,
        LeasedAt = attempt.LeasedAt.ToUtc(),
        StartedAt = attempt.StartedAt?.ToUtc(),
        CompletedAt = attempt.EndedAt?.ToUtc(),
        ExitCode = attempt.Result?.ExitCode,
        StdoutTail = attempt.Result?.StdoutTail,
        StderrTail = attempt.Result?.StderrTail,
        FailureSummary = attempt.FailureSummary,
        LogRef = $"/v1/tasks/{unit.ToGuid()}/attempts/{attempt.Attempt.ToAttemptGuid()}/logs",
        Artifacts = attempt.Result?.Artifacts ?? [],
    };

    // The lease stands until its worker reports, but nothing that it reports changes the attempt's end any more.
    private static bool IsUnderCancel(AttemptRow attempt, UnitView view) =>
        view.State == TaskState.Cancelled && attempt.EndedAt is null;
}
