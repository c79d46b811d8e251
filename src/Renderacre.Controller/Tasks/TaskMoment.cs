using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Units;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Tasks;

/// <summary>
/// A task at the moment of a command on its lease. A worker's answers are made of this, not read back from storage,
/// where it is the task's first attempt and nothing has come in between: then there is no history to be read.
/// </summary>
/// <param name="Task">The task after the command.</param>
/// <param name="Before">Its lease before the command, or null.</param>
/// <param name="Result">What the worker said of the attempt's end, or null.</param>
internal sealed record TaskMoment(TaskGlance Task, LeaseGlance? Before, AttemptResult? Result)
{
    /// <summary>The task as a row and its one attempt.</summary>
    /// <returns>Null where more than this moment is needed.</returns>
    public (UnitView View, AttemptRow Attempt)? AsRows()
    {
        if ((Task.Lease ?? Before) is not { Granted: { Number: 1, Count: 1 }, Undisturbed: true } lease)
            return null;
        AttemptState? state = StateOf(lease);
        return state is null ? null : (ToView(lease), ToAttempt(lease, state.Value));
    }

    private AttemptState? StateOf(LeaseGlance lease) => Task.State switch
    {
        TaskState.Leased when Task.Lease == lease => AttemptState.Leased,
        TaskState.Running when Task.Lease == lease => AttemptState.Running,
        TaskState.Succeeded when Result?.Outcome == LeaseOutcome.Succeeded => AttemptState.Succeeded,
        _ => null,
    };

    private UnitView ToView(LeaseGlance lease)
    {
        LeaseGranted granted = lease.Granted;
        LeaseRow? live = Task.Lease is null
            ? null
            : new LeaseRow(
                granted.Lease, granted.Session, granted.Worker, granted.First, granted.Count, granted.Number,
                granted.At, lease.StartedAt, Stopping: false, Revoked: false);
        return new UnitView(Task.Unit, Task.State, Task.Row, live);
    }

    private AttemptRow ToAttempt(LeaseGlance lease, AttemptState state) => new()
    {
        Attempt = lease.Granted.Lease,
        First = lease.Granted.First,
        Count = lease.Granted.Count,
        Number = lease.Granted.Number,
        Worker = lease.Granted.Worker,
        Session = lease.Granted.Session,
        Token = lease.Granted.Token,
        State = state,
        LeasedAt = lease.Granted.At,
        StartedAt = lease.StartedAt,
        EndedAt = state == AttemptState.Succeeded ? Task.Now : null,
        Result = Result,
    };
}
