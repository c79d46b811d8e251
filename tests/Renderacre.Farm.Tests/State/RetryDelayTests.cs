using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class RetryDelayTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_unit_that_failed_rests_and_others_go_on_meanwhile()
    {
        JobId job = Submit(units: 2, delay: 60);
        WorkerId worker = _farm.Register();
        LeaseGranted first = _farm.MustLease(worker);
        _farm.Complete(first, 1);
        LeaseGranted other = _farm.MustLease(worker);
        Assert.NotEqual(first.First, other.First);
        _farm.Complete(other);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        Assert.Equal(TaskState.Pending, _farm.StateOf(first.First));
        _farm.Advance(60);
        Assert.Equal(first.First, _farm.MustLease(worker).First);
    }

    [Fact]
    public void Each_further_failure_doubles_the_rest_up_to_its_bound()
    {
        Submit(units: 1, delay: 10, delayMax: 35);
        WorkerId worker = _farm.Register();
        foreach (int rest in new[] { 10, 20, 35, 35 })
        {
            _farm.Complete(_farm.MustLease(worker), 1);
            _farm.Advance(rest - 0.5);
            Assert.Null(_farm.Lease(worker));
            _farm.Advance(0.5);
        }

        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_restart_knows_who_rests_and_until_when()
    {
        JobId job = Submit(units: 1, delay: 60);
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), 1);
        _farm.Advance(30);
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        Assert.True(_farm.State.NextExpiry <= _farm.Context.Now.Plus(TimeSpan.FromSeconds(30)));
        _farm.Advance(30);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void The_end_of_a_rest_pushes_work_to_a_waiting_worker()
    {
        Submit(units: 1, delay: 60);
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted failed = worker.Leases[0];
        worker.Start(failed).Complete(failed, Contracts.Sync.LeaseOutcome.Failed).End(failed.Session).Sync();
        Assert.Empty(worker.Leases);
        _farm.Advance(60);
        _farm.EndBatch();
        worker.Receive();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void Explain_tells_until_when_a_task_rests()
    {
        JobId job = Submit(units: 1, delay: 60);
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease, 1);
        FarmTime until = _farm.Context.Now.Plus(TimeSpan.FromSeconds(60));
        UnitExplanation unit = _farm.Do(farm => farm.Explain(_farm.Context, lease.First));
        Assert.Equal(new Obstacle(ObstacleKind.Resting) { Count = 1, Until = until }, Assert.Single(unit.Obstacles));
        Explaining.JobExplanation whole = _farm.Do(farm => farm.Explain(_farm.Context, job));
        Assert.Equal(unit.Obstacles, Assert.Single(whole.Groups).Obstacles);
    }

    [Fact]
    public void A_requeue_ends_the_rest_and_a_cancel_the_waiting_for_it()
    {
        Submit(units: 1, delay: 60);
        WorkerId worker = _farm.Register();
        UnitRef unit = Fail(worker);
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, unit));
        Assert.Equal(unit, Fail(worker));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, unit));
        Assert.Equal(TaskState.Cancelled, _farm.StateOf(unit));
        Assert.Equal(0, _farm.State.JobCount);
        _farm.Advance(60);
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_job_that_is_cancelled_while_a_unit_rests_and_requeued_starts_over_at_once()
    {
        JobId job = Submit(units: 3, delay: 60);
        WorkerId worker = _farm.Register();
        UnitRef unit = Fail(worker);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        Assert.Equal(3, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Cancelled = true })));
        Assert.Equal(unit, _farm.MustLease(worker).First);
    }

    [Fact]
    public void A_lost_lease_was_waited_for_already()
    {
        Submit(units: 1, delay: 600);
        WorkerId worker = _farm.Register();
        _farm.Start(_farm.MustLease(worker));
        _farm.Advance(121);
        Assert.NotNull(_farm.Lease(_farm.Register()));
    }

    [Fact]
    public void Delays_out_of_bounds_are_faults()
    {
        var plan = new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step() with { Failures = new FailurePolicy { RetryDelay = -1, RetryDelayMax = 0 } }],
        };
        Assert.Equal(2, JobPlanCheck.Faults(plan).Count);
    }

    private UnitRef Fail(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease, 1);
        return lease.First;
    }

    private JobId Submit(long units, int delay, int delayMax = 3600) =>
        _farm.Submit(FarmHarness.Step(units, retries: 9) with
        {
            Failures = new FailurePolicy { RetryDelay = delay, RetryDelayMax = delayMax },
        });
}
