using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Explaining;

namespace Renderacre.Controller.Explaining;

/// <summary>The farm's reasons in words, with the names that tasks, steps and workers bear at the edge.</summary>
/// <param name="work">The job, for names.</param>
internal sealed class ExplanationWords(JobWork work)
{
    /// <summary>What keeps tasks waiting.</summary>
    public ExplainedReason Of(Obstacle obstacle) => obstacle.Kind switch
    {
        ObstacleKind.JobPaused => new("job_paused", "the job is paused; resume it"),
        ObstacleKind.StepPaused => new("step_paused", $"step {StepName(obstacle.Step)} is paused; resume it"),
        ObstacleKind.TaskPaused => new("task_paused",
            obstacle.Count == 1 ? "the task is paused; resume it" : $"{obstacle.Count} tasks are paused; resume them"),
        ObstacleKind.JobCancelled => new("job_cancelled", "the job was cancelled; requeue what is to run"),
        ObstacleKind.BeforeStart => new("before_start",
            $"nothing of the job starts before {obstacle.Until?.ToUtc():yyyy-MM-dd HH:mm:ss} UTC"),
        ObstacleKind.FailedTooMuch => new("failed_too_much",
            $"{obstacle.Count} tasks have failed, and at {obstacle.Of} nothing more of the job starts; requeue them"),
        ObstacleKind.StepFailedTooMuch => new("step_failed_too_much",
            $"{obstacle.Count} tasks of the step have failed, and at {obstacle.Of} nothing more of it starts; "
            + "requeue them"),
        ObstacleKind.RunningFull => new("running_full",
            $"the job runs {obstacle.Count} tasks, and may run {obstacle.Of} at a time"),
        ObstacleKind.WorkersFull => new("workers_full",
            $"the job has {obstacle.Count} workers, and may have {obstacle.Of} at a time"),
        ObstacleKind.Resting => new("resting", (obstacle.Count == 1 ? "it rests" : $"{obstacle.Count} tasks rest")
            + $" after a failure, until {obstacle.Until?.ToUtc():yyyy-MM-dd HH:mm:ss} UTC"),
        ObstacleKind.JobUnfinished => new("job_unfinished", JobUnfinished(obstacle)),
        ObstacleKind.StepUnfinished => new("step_unfinished",
            $"step {StepName(obstacle.Step)} has to succeed first: {obstacle.Count} of {obstacle.Of} tasks have"),
        ObstacleKind.TaskUnfinished => new("task_unfinished", TaskUnfinished(obstacle)),
        ObstacleKind.LimitFull => new("limit_full", LimitWords.Full(obstacle)),
        ObstacleKind.LimitClosed => new("limit_closed", LimitWords.Closed(obstacle)),
        ObstacleKind.LimitTooSmall => new("limit_too_small", LimitWords.TooSmall(obstacle)),
        ObstacleKind.LimitUndefined => new("limit_undefined",
            $"nobody has defined limit '{obstacle.Name}'; define it, such as with: limits set {obstacle.Name} 1"),
        ObstacleKind.LimitReserved => new("limit_reserved", LimitWords.Reserved(obstacle)),
        ObstacleKind.WorkerReserved => new("worker_reserved", Reserved(obstacle)),
        ObstacleKind.OthersFirst => new("others_first",
            $"{obstacle.Count} groups of tasks go first by priority, share or age"),
    };

    /// <summary>What the workers say.</summary>
    public static ExplainedWorkers Of(WorkersConsidered workers) => new(
        workers.Considered, workers.Able, [.. workers.Exclusions.Select(Of)],
        workers.Nearest is { } nearest
            ? new NearestMiss(nearest.Worker.ToGuid(), nearest.Name, [.. nearest.Misses.Select(WordsOf)])
            : null);

    /// <summary>All of it in one sentence.</summary>
    /// <param name="reasons">What keeps tasks waiting.</param>
    /// <param name="workers">What the workers say.</param>
    public static string Summary(IReadOnlyList<ExplainedReason> reasons, ExplainedWorkers workers)
    {
        if (reasons.Count > 0 && reasons[0].Reason != "others_first")
            return reasons[0].Message;
        if (workers.Considered == 0)
            return "no worker has registered";
        if (workers.Able > 0)
            return $"{workers.Able} of {workers.Considered} workers can take it; one will when it asks next";
        string why = workers.Excluded.Count > 0
            ? $"{workers.Excluded[0].Message} ({workers.Excluded[0].Workers} of {workers.Considered})"
            : "they are busy";
        return $"none of {workers.Considered} workers can take it now: {why}";
    }

    private static string Reserved(Obstacle obstacle) => obstacle.Until is { } until
        ? $"worker '{obstacle.Name}' is kept for it, and should have room at {until.ToUtc():yyyy-MM-dd HH:mm:ss} UTC"
        : $"worker '{obstacle.Name}' is kept for it until enough of it is free";

    private string StepName(int? step) => step is { } place ? $"'{work.StepName(place)}'" : "before";

    private static string JobUnfinished(Obstacle obstacle)
    {
        string id = $"{obstacle.Job?.ToGuid()}";
        string name = obstacle.Name is { } known ? $"job '{known}' ({id})" : $"job {id}";
        return obstacle.JobState switch
        {
            null => $"{name} was waited for and has been deleted; drop the dependency: edit --drop-after {id}",
            JobState.Failed or JobState.Cancelled =>
                $"{name} has to succeed first and is {Lower(obstacle.JobState)}; requeue it, or drop the dependency: "
                + $"edit --drop-after {id}",
            _ => $"{name} has to end first and is {Lower(obstacle.JobState)}",
        };
    }

    private string TaskUnfinished(Obstacle obstacle) => obstacle.Unit is { } unit
        ? $"task '{work.TaskName(unit)}' has to succeed first and is {Lower(obstacle.UnitState)}"
        : "a task before it has to succeed first";

    // Names keep their capitals.
    private static string Lower<T>(T state) => $"{state}".ToLowerInvariant();

    private static ExcludedWorkers Of(WorkerExclusion exclusion) =>
        new(ReasonOf(exclusion.Miss.Kind), WordsOf(exclusion.Miss), exclusion.Workers);

    private static string ReasonOf(WorkerObstacleKind kind) => kind switch
    {
        WorkerObstacleKind.Label => "label",
        WorkerObstacleKind.Pool => "pool",
        WorkerObstacleKind.Attribute => "attribute",
        WorkerObstacleKind.Amount => "amount",
        WorkerObstacleKind.Offline => "offline",
        WorkerObstacleKind.Draining => "draining",
        WorkerObstacleKind.Disabled => "disabled",
        WorkerObstacleKind.Sick => "sick",
        WorkerObstacleKind.Asleep => "asleep",
        WorkerObstacleKind.AtRest => "at_rest",
        WorkerObstacleKind.Reserved => "reserved",
        WorkerObstacleKind.Excluded => "excluded",
        WorkerObstacleKind.NotAllowed => "not_allowed",
        WorkerObstacleKind.Denied => "denied",
        WorkerObstacleKind.NotAccepting => "not_accepting",
        WorkerObstacleKind.SlotsTaken => "slots_taken",
        WorkerObstacleKind.AmountTaken => "amount_taken",
        WorkerObstacleKind.GpusTaken => "gpus_taken",
        WorkerObstacleKind.LimitKept => "limit_kept",
        WorkerObstacleKind.LimitFull => "limit_full",
    };

    private static string WordsOf(WorkerMiss miss)
    {
        string has = miss.Has is { } value ? $", it has '{value}'" : "";
        string why = miss.Has is { } reason ? $" ({reason})" : "";
        return miss.Kind switch
        {
            WorkerObstacleKind.Label => $"label '{miss.Name}' has to have '{miss.Wanted}'{has}",
            WorkerObstacleKind.Pool => $"it has to be in pool {miss.Wanted}{has}",
            WorkerObstacleKind.Attribute => $"attribute '{miss.Name}' has to be {miss.Wanted}{has}",
            WorkerObstacleKind.Amount => $"'{miss.Name}' has to be {miss.Wanted}{has}",
            WorkerObstacleKind.Offline => "it is offline",
            WorkerObstacleKind.Draining => $"it drains{why}; enable it",
            WorkerObstacleKind.Disabled => $"it is disabled{why}; enable it",
            WorkerObstacleKind.Sick => $"it is sick{why}; enable it, or wait for its trial",
            WorkerObstacleKind.Asleep => "it was shut down, since it had nothing to do",
            WorkerObstacleKind.AtRest => $"it rests{why}",
            WorkerObstacleKind.Reserved => "it is kept for "
                + (miss.Name is { } job ? $"job '{job}', which needs" : "others, which need")
                + " much of it at once, before this",
            WorkerObstacleKind.Excluded => "it has failed the job too often; requeue what failed to forgive it",
            WorkerObstacleKind.NotAllowed => "the job's allow_workers does not name it",
            WorkerObstacleKind.Denied => "the job's deny_workers names it",
            WorkerObstacleKind.NotAccepting => "it takes no new work",
            WorkerObstacleKind.SlotsTaken => "all its slots are taken",
            WorkerObstacleKind.LimitKept =>
                $"limit '{miss.Name}' is kept for others before this, which ask for more of it at once",
            WorkerObstacleKind.LimitFull => $"limit '{miss.Name}' is full, and it holds too little of it",
            WorkerObstacleKind.AmountTaken =>
                $"{miss.Wanted} of '{miss.Name}' are needed" + (miss.Has is { } free ? $", {free} are free" : ""),
            WorkerObstacleKind.GpusTaken => $"graphics cards with room are needed: {miss.Wanted}"
                + (miss.Has is { } cards ? $", there are {cards}" : ""),
        };
    }
}
