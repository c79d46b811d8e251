using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

#pragma warning disable
/// <summary>The farm: a deterministic state machine with one writer.</summary>
public sealed partial class FarmState
{
    public FarmState(FarmSettings settings, FarmSnapshot snapshot, FarmTime now) => throw new NotSupportedException();
    public FarmResult<JobId> Submit(CommandContext context, JobPlan plan, ReadOnlyMemory<byte> document) => throw new NotSupportedException();
    public bool Holds(JobId job) => throw new NotSupportedException();
    public void LoadJob(JobSnapshot job) => throw new NotSupportedException();
    public FarmResult<Done> Pause(CommandContext context, JobId job) => throw new NotSupportedException();
    public FarmResult<Done> Resume(CommandContext context, JobId job) => throw new NotSupportedException();
    public FarmResult<Done> Cancel(CommandContext context, JobId job) => throw new NotSupportedException();
    public FarmResult<Done> SetPriority(CommandContext context, JobId job, int priority) => throw new NotSupportedException();
    public FarmResult<Done> CancelUnit(CommandContext context, UnitRef unit) => throw new NotSupportedException();
    public FarmResult<Done> RequeueUnit(CommandContext context, UnitRef unit) => throw new NotSupportedException();
    public FarmResult<WorkerId> Register(CommandContext context, WorkerRegistration registration) => throw new NotSupportedException();
    public FarmResult<Done> Heartbeat(CommandContext context, WorkerId worker) => throw new NotSupportedException();
    public FarmResult<Renderacre.Farm.Events.LeaseGranted?> LeaseNext(CommandContext context, WorkerId worker) => throw new NotSupportedException();
    public FarmResult<Done> Start(CommandContext context, LeaseClaim claim) => throw new NotSupportedException();
    public FarmResult<Done> Renew(CommandContext context, LeaseClaim claim) => throw new NotSupportedException();
    public FarmResult<Done> Complete(CommandContext context, LeaseClaim claim, AttemptResult result) => throw new NotSupportedException();
    public FarmResult<Done> DefineLimit(CommandContext context, string name, int maxCount) => throw new NotSupportedException();
    public FarmResult<Done> Sync(CommandContext context, SyncCommand command) => throw new NotSupportedException();
    public void StopWaiting(WorkerId worker) => throw new NotSupportedException();
    public void Expire(CommandContext context) => throw new NotSupportedException();
    public FarmTime? NextExpiry => throw new NotSupportedException();
    public void Dispatch(CommandContext context) => throw new NotSupportedException();
    public SyncReply NewsFor(WorkerId worker, long lastMessage) => throw new NotSupportedException();
    public IReadOnlyList<WorkerId> TakeWorkersWithNews() => throw new NotSupportedException();
    public IReadOnlyList<LimitUse> LimitUses() => throw new NotSupportedException();
    public FarmCommit? TakeCommit() => throw new NotSupportedException();
}
