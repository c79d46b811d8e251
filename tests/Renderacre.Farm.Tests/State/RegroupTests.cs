using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

/// <summary>Other requirements and limits for steps of a job that runs.</summary>
public sealed class RegroupTests
{
    private static readonly RequirementSpec OneSeat = new() { Limits = ["nuke"] };
    private static readonly RequirementSpec TwoCores = Cores(2);

    private readonly FarmHarness _farm = new();

    [Fact]
    public void What_waits_goes_by_the_new_requirements_at_once()
    {
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(3), Cores(16)));
        WorkerId worker = _farm.Register(4);
        Assert.Null(_farm.Lease(worker));
        Edit(job, TwoCores);
        _farm.MustLease(worker);
        _farm.Rebuild();
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void What_runs_gives_back_exactly_what_it_took()
    {
        _farm.DefineLimit("nuke", 1);
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(3), OneSeat));
        JobId other = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(1), OneSeat));
        WorkerId worker = _farm.Register(4);
        LeaseGranted running = _farm.MustLease(worker);
        Edit(job, RequirementSpec.None);
        LeaseGranted free = _farm.MustLease(worker);
        Assert.Equal((job, 1L), (free.First.Job, free.First.Unit));
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(running);
        Assert.Equal(other, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void What_runs_takes_nothing_of_what_is_asked_since()
    {
        _farm.DefineLimit("nuke", 1);
        JobId job = _farm.Submit(FarmHarness.Step(3));
        WorkerId worker = _farm.Register(4);
        LeaseGranted running = _farm.MustLease(worker);
        Edit(job, OneSeat);
        LeaseGranted seated = _farm.MustLease(worker);
        _farm.Complete(running);
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(seated);
        _farm.MustLease(worker);
    }

    [Fact]
    public void A_task_that_ran_by_the_old_requirements_is_tried_again_by_the_new_ones()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1, retries: 1));
        WorkerId worker = _farm.Register();
        LeaseGranted running = _farm.MustLease(worker);
        Edit(job, Cores(16));
        _farm.Rebuild();
        _farm.Complete(running, exitCode: 1);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Running, _farm.StateOf(job));
    }

    [Fact]
    public void A_session_from_before_ends_after_its_task_and_its_leases_ahead_are_asked_back()
    {
        JobId job = _farm.Submit(FarmHarness.Step(6));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted first = worker.Leases[0];
        worker.Start(first).Sync();
        LeaseGranted ahead = worker.Leases[1];
        Edit(job, TwoCores);
        worker.Sync();
        Assert.Contains(ahead.Lease, worker.Recalled);
        foreach (LeaseGranted lease in worker.Leases.Where(lease => lease != first).ToList())
            worker.Return(lease);
        worker.Complete(first).Sync();
        Assert.Contains(first.Session, worker.Ending);
        Assert.Equal(5, _farm.Store.Row(job).Counts.Pending);
    }

    [Fact]
    public void Classes_that_are_edited_again_and_again_are_kept_only_as_long_as_a_session_runs_by_them()
    {
        JobId job = _farm.Submit(FarmHarness.Step(4));
        WorkerId worker = _farm.Register(8);
        LeaseGranted first = _farm.MustLease(worker);
        for (int cores = 1; cores <= 5; cores++)
            Edit(job, Cores(cores));
        StepPlan plan = _farm.Store.Job(job).Plan.Steps[0];
        Assert.Equal(0, Assert.Single(plan.FormerClasses).Number);
        _farm.Complete(first);
        Edit(job, Cores(1));
        Assert.Empty(_farm.Store.Job(job).Plan.Steps[0].FormerClasses);
        _farm.Rebuild();
        _farm.MustLease(worker);
    }

    [Fact]
    public void The_same_requirements_again_change_no_session()
    {
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(2), Cores(1)));
        Edit(job, Cores(1));
        Assert.Equal(0, _farm.Store.Job(job).Plan.Steps[0].FirstClass);
    }

    [Fact]
    public void Sessions_end_where_an_edit_asks_for_it_though_the_requirements_stay()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Edit(job, RequirementSpec.None, endsSessions: true);
        worker.Sync();
        Assert.NotEmpty(worker.Recalled);
    }

    private static RequirementSpec Cores(int cores) => new()
    {
        Amounts = [new AmountDemand("amount.worker.vcpu", cores * 1000L, null)],
    };

    private void Edit(JobId job, RequirementSpec spec, bool endsSessions = false)
    {
        JobPlan plan = _farm.Store.Job(job).Plan;
        JobPlan changed = plan with
        {
            Revision = plan.Revision + 1,
            Steps = [plan.Steps[0] with { Classes = [spec] }],
        };
        var edit = new PlanEdit(changed, default, "") { EndsSessions = endsSessions };
        _farm.Do(farm => farm.Edit(_farm.Context, job, edit));
    }
}
