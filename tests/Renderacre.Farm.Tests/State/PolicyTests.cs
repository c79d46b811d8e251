using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class PolicyTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Nothing_of_a_job_starts_before_its_moment_and_a_restart_knows_it()
    {
        JobId job = Submit(new PlanPolicy { StartAfter = _farm.Context.Now.Plus(TimeSpan.FromSeconds(60)) });
        WorkerId worker = _farm.Register();
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Queued, _farm.StateOf(job));
        Assert.Equal(ObstacleKind.BeforeStart, Explain(job).Kind);
        _farm.Advance(30);
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        _farm.Advance(31);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void The_moment_pushes_work_to_a_waiting_worker()
    {
        Submit(new PlanPolicy { StartAfter = _farm.Context.Now.Plus(TimeSpan.FromSeconds(60)) });
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Assert.Empty(worker.Leases);
        Assert.NotNull(_farm.State.NextExpiry);
        Assert.True(_farm.State.NextExpiry <= _farm.Context.Now.Plus(TimeSpan.FromSeconds(60)));
        _farm.Advance(60);
        _farm.EndBatch();
        worker.Receive();
        Assert.NotEmpty(worker.Leases);
    }

    [Fact]
    public void A_job_runs_no_more_tasks_at_a_time_than_it_may()
    {
        JobId job = Submit(new PlanPolicy { MaxRunning = 2 });
        WorkerId worker = _farm.Register(4);
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(new Obstacle(ObstacleKind.RunningFull) { Count = 2, Of = 2 }, Explain(job, 5));
        _farm.Complete(lease);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_session_goes_on_though_its_job_may_open_no_more()
    {
        Submit(new PlanPolicy { MaxRunning = 1 });
        SyncWorker worker = _farm.RegisterSync(4);
        worker.Sync();
        LeaseGranted first = worker.Leases[0];
        worker.Start(first).Complete(first).Sync();
        Assert.Single(worker.Sessions);
        Assert.NotEmpty(worker.Leases);
        Assert.Empty(worker.Ending);
    }

    [Fact]
    public void A_job_has_no_more_workers_than_it_may_and_those_may_take_more_of_it()
    {
        JobId job = Submit(new PlanPolicy { MaxWorkers = 1 });
        WorkerId first = _farm.Register(2);
        WorkerId second = _farm.Register(2);
        LeaseGranted held = _farm.MustLease(first);
        Assert.Null(_farm.Lease(second));
        Assert.Equal(new Obstacle(ObstacleKind.WorkersFull) { Count = 1, Of = 1 }, Explain(job, 5));
        LeaseGranted other = _farm.MustLease(first);
        _farm.Complete(held);
        Assert.Null(_farm.Lease(second));
        _farm.Complete(other);
        Assert.NotNull(_farm.Lease(second));
    }

    [Fact]
    public void A_job_that_failed_too_much_starts_nothing_more_until_what_failed_is_requeued()
    {
        JobId job = Submit(new PlanPolicy { FailedMax = 2 });
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), 1);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Complete(_farm.MustLease(worker), 1);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Assert.Null(_farm.Lease(worker));
        _farm.State.LoadJob(_farm.Store.Job(job));
        Assert.Equal(2, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_worker_that_fails_a_job_too_often_gets_no_more_of_it_and_others_do()
    {
        JobId job = Submit(new PlanPolicy { WorkerFailuresMax = 2 }, retries: 9);
        WorkerId bad = _farm.Register();
        WorkerId good = _farm.Register();
        _farm.Complete(_farm.MustLease(bad), 1);
        _farm.Complete(_farm.MustLease(bad), 1);
        Assert.Null(_farm.Lease(bad));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(bad));
        Assert.NotNull(_farm.Lease(good));
        UnitExplanation why = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 5)));
        Assert.Contains(why.Workers!.Exclusions, each => each.Miss.Kind == WorkerObstacleKind.Excluded);
        Assert.NotNull(_farm.Lease(OtherJobsWorker(bad)));
    }

    [Fact]
    public void Requeueing_what_failed_forgives_the_workers()
    {
        JobId job = Submit(new PlanPolicy { WorkerFailuresMax = 1 });
        WorkerId bad = _farm.Register();
        _farm.Complete(_farm.MustLease(bad), 1);
        Assert.Null(_farm.Lease(bad));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true }));
        Assert.NotNull(_farm.Lease(bad));
    }

    [Fact]
    public void Requeueing_a_task_that_failed_forgives_the_workers()
    {
        JobId job = _farm.Submit(new JobPlan
        {
            Name = "job",
            Policy = new PlanPolicy { WorkerFailuresMax = 1 },
            Steps = [FarmHarness.Step(2)],
        });
        WorkerId only = _farm.Register();
        _farm.Complete(_farm.MustLease(only), 1);
        Assert.Null(_farm.Lease(only));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, new UnitRef(job, 0, 1)));
        Assert.Null(_farm.Lease(only));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, new UnitRef(job, 0, 0)));
        _farm.Rebuild();
        Assert.NotNull(_farm.Lease(only));
    }

    [Fact]
    public void Requeueing_forgives_the_workers_also_where_all_that_failed_waits_already()
    {
        JobId job = Submit(new PlanPolicy { WorkerFailuresMax = 1 }, retries: 9);
        WorkerId only = _farm.Register();
        _farm.Complete(_farm.MustLease(only), 1);
        Assert.Null(_farm.Lease(only));
        Assert.Equal(0, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
        Assert.NotNull(_farm.Lease(only));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true }));
        Assert.DoesNotContain(_farm.Events, happened => happened is JobActed);
    }

    [Fact]
    public void Requeueing_a_task_that_waits_after_a_failure_forgives_the_workers()
    {
        JobId job = Submit(new PlanPolicy { WorkerFailuresMax = 1 }, retries: 9);
        WorkerId only = _farm.Register();
        _farm.Complete(_farm.MustLease(only), 1);
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, new UnitRef(job, 0, 0)));
        Assert.NotNull(_farm.Lease(only));
    }

    [Fact]
    public void Bounds_below_one_are_faults_each_by_its_name()
    {
        var plan = new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step()],
            Policy = new PlanPolicy { MaxRunning = 0, MaxWorkers = 0, FailedMax = 0, WorkerFailuresMax = -1 },
        };
        Assert.Equal(
            ["max_running is 0", "max_workers is 0", "worker_failures_max is -1", "failed_max is 0"],
            JobPlanCheck.Faults(plan).Select(fault => fault["policy.".Length..fault.IndexOf(';')]));
    }

    private WorkerId OtherJobsWorker(WorkerId excluded)
    {
        _farm.Submit(FarmHarness.Step());
        return excluded;
    }

    private JobId Submit(PlanPolicy policy, int retries = 0) => _farm.Submit(new JobPlan
    {
        Name = "job",
        Policy = policy,
        Steps = [FarmHarness.Step(10, retries)],
    });

    private Obstacle Explain(JobId job, long unit = 0) => Assert.Single(
        _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, unit))).Obstacles);
}
