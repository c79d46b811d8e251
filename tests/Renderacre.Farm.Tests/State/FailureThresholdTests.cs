using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class FailureThresholdTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Without_a_bound_all_that_can_run_does_run()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        for (int unit = 0; unit < 3; unit++)
            _farm.Complete(_farm.MustLease(worker), unit == 0 ? 1 : 0);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void A_step_that_failed_too_much_starts_nothing_more_and_other_steps_go_on()
    {
        JobId job = _farm.Submit(Step(5, new FailurePolicy { FailedMax = 2 }), FarmHarness.Step(1));
        WorkerId worker = _farm.Register();
        Fail(worker);
        Fail(worker);
        LeaseGranted other = _farm.MustLease(worker);
        Assert.Equal(1, other.First.Step);
        Explaining.JobExplanation why = _farm.Do(farm => farm.Explain(_farm.Context, job));
        Assert.Equal(
            new Obstacle(ObstacleKind.StepFailedTooMuch) { Step = 0, Count = 2, Of = 2 },
            Assert.Single(Assert.Single(why.Groups).Obstacles));
        _farm.Complete(other);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Assert.Equal(0, _farm.State.JobCount);
    }

    [Fact]
    public void Requeueing_what_failed_opens_the_step_again_over_a_restart_too()
    {
        JobId job = _farm.Submit(Step(5, new FailurePolicy { FailedMax = 2 }), FarmHarness.Step(9));
        WorkerId worker = _farm.Register();
        UnitRef first = Fail(worker);
        Fail(worker);
        _farm.Rebuild();
        Assert.Equal(1, _farm.MustLease(worker).First.Step);
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, first));
        Assert.Equal(first, _farm.MustLease(_farm.Register()).First);
        Assert.Equal(1, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
    }

    [Fact]
    public void A_percentage_is_one_of_all_units_and_at_least_one_of_them()
    {
        Assert.Equal(3, new FailureThreshold(null, 25).Of(10));
        Assert.Equal(1, new FailureThreshold(null, 1).Of(10));
        Assert.Equal(2, new FailureThreshold(2, 50).Of(10));
        Assert.Equal(5, new FailureThreshold(9, 50).Of(10));
        Assert.Equal(long.MaxValue, new FailureThreshold(null, null).Of(10));
        Assert.Equal((1L << 47) * 10_000, new FailureThreshold(null, 100).Of((1L << 47) * 10_000));
    }

    [Fact]
    public void A_job_gives_up_at_a_percentage_of_all_its_tasks()
    {
        JobId job = _farm.Submit(new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step(2), FarmHarness.Step(2)],
            Policy = new PlanPolicy { FailedMaxPercent = 50 },
        });
        WorkerId worker = _farm.Register();
        Fail(worker);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        Fail(worker);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void What_runs_in_a_step_that_failed_too_much_may_end()
    {
        JobId job = _farm.Submit(Step(3, new FailurePolicy { FailedMax = 1 }));
        WorkerId worker = _farm.Register(2);
        LeaseGranted running = _farm.MustLease(worker);
        Fail(worker);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Complete(running);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(running.First));
    }

    [Fact]
    public void A_unit_that_rests_does_not_keep_a_step_open_that_failed_too_much()
    {
        JobId job = _farm.Submit(Step(2, new FailurePolicy { FailedMax = 1, RetryDelay = 60 }) with
        {
            UnitMaxRetries = [1, 0],
        });
        WorkerId worker = _farm.Register();
        Fail(worker);
        Fail(worker);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void A_unit_with_which_workers_are_lost_too_often_fails_whatever_retries_are_left()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1, 99));
        LeaseGranted lease = Lose();
        Assert.Equal(TaskState.Pending, _farm.StateOf(lease.First));
        Lose();
        _farm.Rebuild();
        Lose();
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        AttemptEnded ended = Assert.Single(_farm.Events.OfType<AttemptEnded>());
        Assert.EndsWith("and no further one is risked (lost_max)", ended.FailureSummary, StringComparison.Ordinal);
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, lease.First));
        Assert.Equal(lease.First, Lose().First);
        Assert.Equal(TaskState.Pending, _farm.StateOf(lease.First));
    }

    [Fact]
    public void A_session_host_that_dies_with_its_task_counts_as_lost()
    {
        JobId job = _farm.Submit(Step(1, new FailurePolicy { LostMax = 1 }, retries: 9));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        worker.Start(worker.Leases[0]).Complete(worker.Leases[0], hostDied: true).Sync();
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void Leases_ahead_of_a_lost_worker_do_not_count_as_lost_with_it()
    {
        JobId job = _farm.Submit(Step(2, new FailurePolicy { LostMax = 1 }, retries: 9));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        worker.Start(worker.Leases[0]).Sync();
        Assert.Equal(2, worker.Leases.Count);
        _farm.Advance(121);
        _farm.EndBatch();
        Assert.Equal(TaskState.Failed, _farm.StateOf(new UnitRef(job, 0, 0)));
        Assert.Equal(TaskState.Pending, _farm.StateOf(new UnitRef(job, 0, 1)));
        Assert.Equal(0, _farm.Store.UnitRow(new UnitRef(job, 0, 1)).Losses);
    }

    private static StepPlan Step(long units, FailurePolicy policy, int retries = 0) =>
        FarmHarness.Step(units, retries) with { Failures = policy };

    private UnitRef Fail(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease, 1);
        return lease.First;
    }

    private LeaseGranted Lose()
    {
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        _farm.Start(lease);
        _farm.Advance(121);
        _farm.EndBatch();
        return lease;
    }
}
