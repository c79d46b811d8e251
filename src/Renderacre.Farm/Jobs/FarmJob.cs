using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Jobs;

/// <summary>A job in memory, owned by the writer.</summary>
internal sealed class FarmJob(JobId id, JobPlan plan, FarmTime submittedAt, FairShare share)
{
    /// <summary>The job.</summary>
    public JobId Id { get; } = id;

    /// <summary>Its plan.</summary>
    public JobPlan Plan { get; set; } = plan;

    /// <summary>When it was submitted.</summary>
    public FarmTime SubmittedAt { get; } = submittedAt;

    /// <summary>The share that it counts for.</summary>
    public FairShare Share { get; } = share;

    /// <summary>Its steps in order.</summary>
    public List<FarmStep> Steps { get; } = [];

    /// <summary>Higher goes first. Changed only while none of its groups stands in an order.</summary>
    public int Priority { get; set; } = plan.Priority;

    /// <summary>Whether a person holds it back.</summary>
    public bool Paused { get; set; }

    /// <summary>Whether it was cancelled as a whole.</summary>
    public bool Cancelled { get; set; }

    /// <summary>Whether it is put away; one that has not ended never is.</summary>
    public bool Archived { get; set; }

    /// <summary>How it wants to be treated.</summary>
    public PlanPolicy Policy { get; set; } = plan.Policy ?? PlanPolicy.None;

    /// <summary>Whether the moment has not come before which nothing of it starts.</summary>
    public bool BeforeStart { get; set; }

    /// <summary>Jobs that it waits for, by number.</summary>
    public SortedDictionary<long, JobWait> Waits { get; } = [];

    /// <summary>Sessions at each worker that has some; counted only where the policy bounds workers.</summary>
    public Dictionary<long, int> SessionsByWorker { get; } = [];

    /// <summary>Failures at each worker; counted only where the policy bounds them.</summary>
    public SortedDictionary<long, int> FailuresByWorker { get; } = [];

    /// <summary>Whether so many units have failed that nothing more of it starts.</summary>
    public bool FailedTooMuch =>
        Policy.Threshold is { IsSet: true } threshold && Counters.Of(TaskState.Failed) >= threshold.Of(Counters.Total);

    /// <summary>Whether it has as many sessions as it may have.</summary>
    public bool RunningFull => LiveSessions >= (Policy.MaxRunning ?? int.MaxValue);

    /// <summary>Whether it has as many workers as it may have.</summary>
    public bool WorkersFull => SessionsByWorker.Count >= (Policy.MaxWorkers ?? int.MaxValue);

    /// <summary>Whether a worker has failed it too often to be given more of it.</summary>
    public bool Excludes(long worker) =>
        Policy.WorkerFailuresMax is { } most && FailuresByWorker.GetValueOrDefault(worker) >= most;

    /// <summary>Whether any unit was ever leased.</summary>
    public bool EverLeased { get; set; }

    /// <summary>Whether its row has changed since the last commit.</summary>
    public bool Changed { get; set; }

    /// <summary>Its sessions that have not ended.</summary>
    public int LiveSessions { get; set; }

    /// <summary>Groups with ready units whose step waits for no other.</summary>
    public int RunnableGroups { get; set; }

    /// <summary>Groups of which nothing can go on but what is paused.</summary>
    public int HeldBackGroups { get; set; }

    /// <summary>Units by state; a mutable counter each.</summary>
    public UnitCounters Counters { get; } = new();

    /// <summary>The state that follows from all of the above.</summary>
    public JobState State
    {
        get
        {
            if (Cancelled)
                return JobState.Cancelled;
            if (Counters.Of(TaskState.Succeeded) == Counters.Total)
                return JobState.Succeeded;
            bool leased = Counters.Of(TaskState.Leased) + Counters.Of(TaskState.Running) > 0;
            if ((RunnableGroups + HeldBackGroups == 0 || FailedTooMuch) && !leased)
                return Counters.Of(TaskState.Failed) > 0 ? JobState.Failed : JobState.Cancelled;
            if (Paused || (RunnableGroups == 0 && !leased))
                return JobState.Paused;
            return EverLeased ? JobState.Running : JobState.Queued;
        }
    }

    /// <summary>Whether it had ended when its row was last handed over with a commit.</summary>
    public bool HadEnded { get; set; }

    /// <summary>Whether it has ended: nothing of it can go on without a command.</summary>
    public bool Ended => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
}
