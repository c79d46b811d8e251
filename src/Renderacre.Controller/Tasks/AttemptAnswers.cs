using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Tasks;

/// <summary>Attempts as the wire shows them.</summary>
internal static class AttemptAnswers
{
    /// <summary>One attempt at a task.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="view">The task as it is now.</param>
    /// <param name="cancelledAt">When the task was cancelled, where it was.</param>
    /// <param name="told">How far the running attempt is, or null where it told nothing.</param>
    public static TaskAttempt Make(
        UnitRef unit, AttemptRow attempt, UnitView view, FarmTime cancelledAt, ToldProgress? told)
    {
        TaskAttempt made = Make(unit, attempt);
        if (told?.Lease == attempt.Attempt)
            return made with { Progress = told.Percent, ProgressMessage = told.Message };
        // The lease stands until its worker reports, but nothing that it reports changes the attempt's end any more.
        return view.State != TaskState.Cancelled || attempt.EndedAt is not null
            ? made
            : made with
            {
                State = AttemptState.Cancelled,
                CompletedAt = cancelledAt.ToUtc(),
                FailureSummary = "the task was cancelled; its worker has not reported yet",
            };
    }

    private static TaskAttempt Make(UnitRef unit, AttemptRow attempt) => new()
    {
        Id = attempt.Attempt.ToAttemptGuid(),
        Number = attempt.Number,
        WorkerId = attempt.Worker.ToGuid(),
        State = attempt.State,
        LeasedAt = attempt.LeasedAt.ToUtc(),
        StartedAt = attempt.StartedAt?.ToUtc(),
        CompletedAt = attempt.EndedAt?.ToUtc(),
        ExitCode = attempt.Result?.ExitCode,
        StdoutTail = attempt.Result?.StdoutTail,
        StderrTail = attempt.Result?.StderrTail,
        Outcome = attempt.Result?.Outcome,
        Usage = attempt.Result?.Usage,
        FailureSummary = attempt.FailureSummary,
        Warnings = attempt.Result is { Warnings.Count: > 0 } result ? result.Warnings : null,
        SessionId = attempt.Session.ToGuid(),
        LogRef = $"/v1/tasks/{unit.ToGuid()}/attempts/{attempt.Attempt.ToAttemptGuid()}/logs",
        Artifacts = attempt.Result?.Artifacts ?? [],
    };
}
