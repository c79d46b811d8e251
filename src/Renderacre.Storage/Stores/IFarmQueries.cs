using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Storage.Rows;

namespace Renderacre.Storage.Stores;

/// <summary>
/// Questions to the farm's state and history, all answered at one revision. Pages go on after a key; every limit is
/// at least 1 and counts as <see cref="PageMax"/> beyond that.
/// </summary>
public interface IFarmQueries
{
    /// <summary>Rows in one page, at most.</summary>
    const int PageMax = 10_000;

    /// <summary>The revision that is read, 0 for a new farm.</summary>
    long Revision();

    /// <summary>Jobs, highest priority first, then newest first.</summary>
    /// <param name="after">The place to go on after, or null for the start.</param>
    /// <param name="limit">Jobs at most.</param>
    /// <param name="search">Which jobs to keep.</param>
    IReadOnlyList<JobRow> Jobs(JobCursor? after, int limit, JobSearch search);

    /// <summary>One job.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The job, or null where there is none of that number.</returns>
    JobRow? Job(JobId job);

    /// <summary>The steps of a job in order, without their plans.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The steps; empty for an unknown job.</returns>
    IReadOnlyList<StepRow> Steps(JobId job);

    /// <summary>The edge's document of a job, as it was submitted.</summary>
    /// <param name="job">The job.</param>
    /// <returns>Its bytes, or null for an unknown job.</returns>
    byte[]? Document(JobId job);

    /// <summary>The plan of a job.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The plan, or null for an unknown job.</returns>
    JobPlan? Plan(JobId job);

    /// <summary>Units of a job by step and place.</summary>
    /// <param name="job">The job.</param>
    /// <param name="after">The unit to go on after, or null for the start.</param>
    /// <param name="limit">Units at most.</param>
    /// <param name="state">The state to keep, or null for all.</param>
    /// <returns>The units; empty for an unknown job.</returns>
    IReadOnlyList<UnitView> Units(JobId job, UnitRef? after, int limit, TaskState? state);

    /// <summary>
    /// Units of a job, those that matter first: leased and running, then failed, then the rest in order.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="limit">Units at most.</param>
    /// <returns>The units; empty for an unknown job.</returns>
    IReadOnlyList<UnitView> UnitsThatMatter(JobId job, int limit);

    /// <summary>One unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The unit, or null where the job, the step or the unit does not exist.</returns>
    UnitView? Unit(UnitRef unit);

    /// <summary>Attempts that cover any of some units, by step, first unit and number.</summary>
    /// <param name="units">Units of one job, in any order; neighbours are asked for together.</param>
    /// <param name="limit">Attempts at most.</param>
    IReadOnlyList<AttemptRow> Attempts(IReadOnlyList<UnitRef> units, int limit);

    /// <summary>Numbers of attempts at units of a step that are not the first one, in any order.</summary>
    /// <param name="job">The job.</param>
    /// <param name="step">The step's place.</param>
    /// <returns>The newest number of each run of units that was leased together more than once.</returns>
    IReadOnlyList<AttemptNumber> LaterAttempts(JobId job, int step);

    /// <summary>One attempt.</summary>
    /// <param name="attempt">The attempt, which has its lease's number.</param>
    /// <returns>The attempt, or null where there is none, or its lease was handed back.</returns>
    AttemptRow? Attempt(LeaseId attempt);

    /// <summary>One session.</summary>
    /// <param name="session">The session.</param>
    /// <returns>
    /// The session, or null where there is none of that number, or it was a v1 worker's and has ended.
    /// </returns>
    SessionRow? Session(SessionId session);

    /// <summary>Sessions of a job, oldest first, but those of v1 workers.</summary>
    /// <param name="job">The job.</param>
    /// <param name="after">The session to go on after, or null for the start.</param>
    /// <param name="limit">Sessions at most.</param>
    IReadOnlyList<SessionRow> SessionsOfJob(JobId job, SessionId? after, int limit);

    /// <summary>Sessions that have not ended, oldest first.</summary>
    /// <param name="after">The session to go on after, or null for the start.</param>
    /// <param name="limit">Sessions at most.</param>
    IReadOnlyList<SessionRow> LiveSessions(SessionId? after, int limit);

    /// <summary>What a job depends on, by number.</summary>
    /// <param name="job">The job.</param>
    IReadOnlyList<JobDependencyRow> JobDependencies(JobId job);

    /// <summary>Enter and exit actions that a session has run, in order.</summary>
    /// <param name="session">The session.</param>
    IReadOnlyList<SessionActionRow> SessionActions(SessionId session);

    /// <summary>Workers by name, then by number.</summary>
    /// <param name="after">The place to go on after, or null for the start.</param>
    /// <param name="limit">Workers at most.</param>
    IReadOnlyList<WorkerView> Workers(WorkerCursor? after, int limit);

    /// <summary>One worker.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>The worker, or null where there is none of that number.</returns>
    WorkerView? Worker(WorkerId worker);

    /// <summary>Limits by name; who holds how much of them only the farm itself knows.</summary>
    IReadOnlyList<LimitRow> Limits();

    /// <summary>Queues by name.</summary>
    IReadOnlyList<FarmQueue> Queues();

    /// <summary>Storage profiles by name.</summary>
    IReadOnlyList<StorageProfile> StorageProfiles();

    /// <summary>Counts over the whole farm, from counters kept with each commit.</summary>
    FarmTotals Totals();

    /// <summary>Logs of deleted jobs that are still to be removed, some at a time.</summary>
    /// <param name="limit">Attempts, and sessions, at most.</param>
    /// <returns>A part of one deleted job, or null where nothing is left of any.</returns>
    DeletedPart? NextDeleted(int limit);

    /// <summary>What happened after a place, oldest first.</summary>
    /// <param name="after">The place to go on after; (0, 0) for the start.</param>
    /// <param name="limit">Events at most.</param>
    /// <param name="kinds">Kinds to keep.</param>
    IReadOnlyList<EventRow> Events(EventCursor after, int limit, FarmEventKinds kinds);

    /// <summary>How far a reader of the history has come.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <returns>The place to go on after, or null where none was written down.</returns>
    EventCursor? Cursor(string reader);

    /// <summary>The newest of what happened, oldest first.</summary>
    /// <param name="limit">Events at most.</param>
    /// <param name="kinds">Kinds to keep.</param>
    IReadOnlyList<EventRow> NewestEvents(int limit, FarmEventKinds kinds);
}
