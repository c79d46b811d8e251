using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Storage.Logs;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Explaining;

/// <summary>What failed where, with the last lines of output.</summary>
/// <param name="logs">The logs of attempts.</param>
internal sealed class FailureAnswers(ILogStore logs)
{
    /// <summary>A task's last failure.</summary>
    /// <param name="queries">Reads the attempts.</param>
    /// <param name="work">The job, for the name.</param>
    /// <param name="unit">The task.</param>
    /// <returns>The failure, or null where no attempt has failed.</returns>
    public ExplainedFailure? Find(IFarmQueries queries, JobWork work, UnitRef unit)
    {
        AttemptRow? last = queries.Attempts([unit], IFarmQueries.PageMax)
            .LastOrDefault(attempt => attempt.State is AttemptState.Failed or AttemptState.Expired);
        return last is null ? null : new ExplainedFailure
        {
            TaskId = unit.ToGuid(),
            Task = work.TaskName(unit),
            Attempt = last.Number,
            WorkerId = last.Worker.ToGuid(),
            Worker = queries.Worker(last.Worker)?.Row.Name,
            ExitCode = last.Result?.ExitCode,
            Message = last.FailureSummary,
            LastLines = LastLines.Of(logs, LogId.Of(last.Attempt)) is { Length: > 0 } lines
                ? lines
                : LastLines.Of(last.Result),
        };
    }
}
