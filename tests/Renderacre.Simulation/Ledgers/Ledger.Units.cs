using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Simulation.Checkers;

namespace Renderacre.Simulation.Ledgers;

/// <content>What events mean to units.</content>
internal sealed partial class Ledger
{
    private readonly Dictionary<long, FarmTime> _began = [];

    public static IEnumerable<long> Units(UnitRef first, long count)
    {
        for (long at = 0; at < count; at++)
            yield return first.Unit + at;
    }

    private void Apply(LedgerJob job, JobActed acted)
    {
        switch (acted.Action)
        {
            case JobAction.Paused: job.Paused = true; break;
            case JobAction.Resumed: job.Paused = false; break;
            case JobAction.Cancelled: Cancel(job); break;
            case JobAction.Reprioritized: job.Priority = (int)NumberAfter("priority=", acted.Detail); break;
            case JobAction.Archived: job.Archived = true; break;
            case JobAction.Unarchived: job.Archived = false; break;
            case JobAction.Requeued: Requeue(job, acted.Detail ?? ""); break;
        }
    }

    private void Apply(LedgerJob job, JobEdited edited)
    {
        OpenJobs[job.Id.Value] = job;
        job.Replan(edited.Plan);
        if (edited.Detail.Split(", ").Contains("priority"))
            job.Priority = edited.Plan.Priority;
    }

    private static void Apply(LedgerJob job, JobDependencyChanged changed)
    {
        if (changed.State == JobDependencyState.Waiting)
            job.Waits[changed.Dependency.Job.Value] = changed.Dependency.OnEnd;
        else
            job.Waits.Remove(changed.Dependency.Job.Value);
    }

    private static long NumberAfter(string word, string? detail)
    {
        string? part = detail?.Split(' ').FirstOrDefault(each => each.StartsWith(word, StringComparison.Ordinal));
        return part is null ? 0 : long.Parse(part[word.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Cancel(LedgerJob job)
    {
        job.Cancelled = true;
        foreach (LedgerStep step in job.Steps)
        {
            foreach (long unit in step.Units)
            {
                if (step.StateOf(unit) is TaskState.Pending or TaskState.Leased or TaskState.Running)
                    step.Move(unit, TaskState.Cancelled);
            }
        }
    }

    // Failed and succeeded units were seen by their rows already; what is left of the count are all the cancelled ones.
    private void Requeue(LedgerJob job, string detail)
    {
        const string only = " step=";
        OpenJobs[job.Id.Value] = job;
        long count = NumberAfter("tasks=", detail);
        bool cancelledToo = count > job.TakenBack;
        string? name = detail.Contains(only, StringComparison.Ordinal)
            ? detail[(detail.IndexOf(only, StringComparison.Ordinal) + only.Length)..]
            : null;
        job.TakenBack = 0;
        job.FailuresAt.Clear();
        if (count == 0)
            return;
        job.Cancelled = false;
        job.Archived = false;
        foreach (LedgerStep step in job.Steps.Where(step => cancelledToo && (name ?? step.Plan.Name) == step.Plan.Name))
        {
            foreach (long unit in step.Units)
            {
                if (step.StateOf(unit) != TaskState.Cancelled)
                    continue;
                step.Move(unit, TaskState.Pending);
                step.StartOver(unit);
            }
        }
    }

    private void Apply(UnitActed acted)
    {
        LedgerJob job = Jobs[acted.Unit.Job.Value];
        LedgerStep step = job.Steps[acted.Unit.Step];
        if (acted.Action is UnitAction.Paused or UnitAction.Resumed)
        {
            step.Pause(acted.Unit.Unit, acted.Action == UnitAction.Paused);
            return;
        }

        if (acted.Action == UnitAction.Cancelled)
        {
            step.Move(acted.Unit.Unit, TaskState.Cancelled);
            return;
        }

        OpenJobs[job.Id.Value] = job;
        if (job.TakenBack > 0 || step.Failures[acted.Unit.Unit] > 0)
            job.FailuresAt.Clear();
        job.TakenBack = 0;
        job.Cancelled = false;
        job.Archived = false;
        step.Move(acted.Unit.Unit, TaskState.Pending);
        step.StartOver(acted.Unit.Unit);
    }

    private void Apply(StepActed acted)
    {
        LedgerStep step = Jobs[acted.Job.Value].Steps[acted.Step];
        foreach (long unit in step.Units)
            step.Pause(unit, acted.Action == StepAction.Paused);
    }

    private void Apply(UnitChanged changed)
    {
        LedgerStep step = StepOf(changed.Unit);
        long unit = changed.Unit.Unit;
        if (step.StateOf(unit) is not (TaskState.Failed or TaskState.Succeeded) || changed.Row.Failed)
            return;
        step.Move(unit, TaskState.Pending);
        step.StartOver(unit);
        Jobs[changed.Unit.Job.Value].TakenBack++;
    }

    private void Grant(LeaseGranted granted)
    {
        Leases[granted.Lease.Value] = new LedgerLease(granted);
        Tokens[granted.Token] = granted;
        Sessions[granted.Session.Value].Leases.Add(granted.Lease.Value);
        LedgerJob job = Jobs[granted.First.Job.Value];
        job.EverLeased = true;
        LedgerStep step = job.Steps[granted.First.Step];
        foreach (long unit in Units(granted.First, granted.Count))
        {
            step.Move(unit, TaskState.Leased);
            step.Hold(unit, granted.Lease.Value);
        }
    }

    /// <summary>When an attempt began, or null.</summary>
    public FarmTime? BeganAt(LeaseId lease) => _began.TryGetValue(lease.Value, out FarmTime at) ? at : null;

    private void Begin(LeaseBegan began)
    {
        _began[began.Lease.Value] = began.At;
        LedgerLease lease = Leases[began.Lease.Value];
        lease.Started = true;
        LedgerStep step = StepOf(lease.Granted.First);
        foreach (long unit in Held(step, lease))
        {
            if (step.StateOf(unit) == TaskState.Leased)
                step.Move(unit, TaskState.Running);
        }
    }

    private void Stop(LeaseStopping stopping)
    {
        LedgerLease lease = Leases[stopping.Lease.Value];
        lease.Stopping = true;
        if (!stopping.Revoked)
            return;
        lease.Revoked = true;
        LedgerStep step = StepOf(lease.Granted.First);
        foreach (long unit in Held(step, lease))
        {
            step.Hold(unit, 0);
            step.Numbers[unit] = lease.Granted.Number;
            if (step.StateOf(unit) is TaskState.Leased or TaskState.Running)
                step.Move(unit, TaskState.Pending);
        }
    }

    private void HandBack(LeaseHandedBack back)
    {
        LedgerLease lease = Remove(back.Lease);
        HandedBack.Add(back.Lease.Value);
        LedgerStep step = StepOf(lease.Granted.First);
        foreach (long unit in Held(step, lease))
        {
            step.Hold(unit, 0);
            if (step.StateOf(unit) is TaskState.Leased or TaskState.Running)
                step.Move(unit, TaskState.Pending);
        }
    }

    private void End(AttemptEnded ended)
    {
        LedgerLease lease = Remove(ended.Lease);
        Ended[ended.Lease.Value] = ended;
        Blame(lease, ended);
        LedgerStep step = StepOf(lease.Granted.First);
        foreach (long unit in Held(step, lease))
        {
            step.Hold(unit, 0);
            step.Numbers[unit] = lease.Granted.Number;
            if (step.StateOf(unit) != TaskState.Cancelled)
                End(step, unit, lease, ended);
            else if (ended.Result?.Outcome == LeaseOutcome.Succeeded && !lease.Stopping)
                throw new InvalidOperationException("a cancelled unit's lease is not being stopped");
        }
    }

    private static void End(LedgerStep step, long unit, LedgerLease lease, AttemptEnded ended)
    {
        if (ended.Result?.Outcome == LeaseOutcome.Succeeded)
        {
            step.Move(unit, TaskState.Succeeded);
            return;
        }

        bool asked = lease.Stopping || ended.Result?.Outcome == LeaseOutcome.Cancelled;
        if (!asked && ended.Result?.Remedy is { } remedy && step.Deferrals[unit] < step.Policy.DeferralsMax)
        {
            Defer(step, unit, remedy, ended);
            return;
        }

        if (!asked)
        {
            step.Failures[unit]++;
            step.Deferrals[unit] = 0;
        }

        if (!asked && ended.Result?.Outcome == LeaseOutcome.OutOfMemory)
            step.MemoryLevels[unit] = Math.Min(step.MemoryLevels[unit] + 1, step.Policy.MemoryRetryMax);
        if (ended.Result is null or { HostDied: true } && !asked)
            step.Losses[unit]++;
        bool forGood = !asked
            && (step.Failures[unit] > step.MaxRetries(unit) || step.Losses[unit] >= step.LostMax);
        step.Move(unit, forGood ? TaskState.Failed : TaskState.Pending);
        if (!asked && ended.Result is not null)
            step.RestsUntil[unit] = ended.At.Plus(JobRules.RestAfter(step.Policy, step.Failures[unit]));
    }

    private static void Defer(LedgerStep step, long unit, FailureRemedy remedy, AttemptEnded ended)
    {
        int deferrals = ++step.Deferrals[unit];
        TimeSpan rest = remedy == FailureRemedy.Licence
            ? TimeSpan.FromSeconds(step.Policy.LicenceDelay)
            : JobRules.RestAfter(step.Policy, deferrals);
        step.RestsUntil[unit] = ended.At.Plus(rest);
        step.Move(unit, TaskState.Pending);
    }

    private void Blame(LedgerLease lease, AttemptEnded ended)
    {
        bool failed = ended.Result is { Outcome: not (LeaseOutcome.Succeeded or LeaseOutcome.Cancelled) };
        if (!failed || lease.Stopping || ended.Result?.Remedy == FailureRemedy.Licence)
            return;
        Dictionary<long, int> failures = Jobs[lease.Granted.First.Job.Value].FailuresAt;
        failures[lease.Granted.Worker.Value] = failures.GetValueOrDefault(lease.Granted.Worker.Value) + 1;
    }

    private LedgerLease Remove(LeaseId id)
    {
        LedgerLease lease = Leases[id.Value];
        Leases.Remove(id.Value);
        Sessions[lease.Granted.Session.Value].Leases.Remove(id.Value);
        return lease;
    }

    private static IEnumerable<long> Held(LedgerStep step, LedgerLease lease) =>
        Units(lease.Granted.First, lease.Granted.Count).Where(unit => step.LeaseOf(unit) == lease.Granted.Lease.Value);
}
