using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

/// <summary>Jobs that wait for jobs.</summary>
public sealed class JobDependencyTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_job_starts_when_what_it_waits_for_has_succeeded()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        WorkerId worker = _farm.Register(2);
        LeaseGranted lease = _farm.MustLease(worker);
        Assert.Equal(first, lease.First.Job);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Queued, _farm.StateOf(second));
        _farm.Complete(lease);
        Assert.Equal(second, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void An_idle_worker_gets_the_job_in_the_batch_in_which_the_other_one_ends()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted lease = _farm.Events.OfType<LeaseGranted>().Single();
        SyncWorker idle = _farm.RegisterSync();
        idle.Sync();
        worker.Start(lease).Complete(lease);
        worker.Sync();
        Assert.Contains(_farm.Events, happened => happened is JobDependencyChanged { State: JobDependencyState.Met });
        Assert.Equal(TaskState.Leased, _farm.StateOf(new UnitRef(second, 0, 0)));
    }

    [Fact]
    public void A_job_that_fails_is_waited_for_until_it_succeeds_after_all_unless_its_end_is_enough()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId waits = Submit(first);
        JobId any = _farm.Submit(Plan() with { DependsOnJobs = [new JobDependency(first, true)] });
        WorkerId worker = _farm.Register(2);
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.Equal(any, _farm.MustLease(worker).First.Job);
        Obstacle obstacle = Assert.Single(Explained(waits));
        Assert.Equal(
            (ObstacleKind.JobUnfinished, first, JobState.Failed), (obstacle.Kind, obstacle.Job, obstacle.JobState));
        _farm.State.LoadJob(_farm.Store.Job(first));
        _farm.Do(farm => farm.Requeue(_farm.Context, first, new UnitsToRequeue { Failed = true }));
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(waits, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void What_has_ended_before_is_met_at_once()
    {
        JobId first = Ended(0);
        _farm.State.LoadJob(_farm.Store.Job(first));
        JobId second = Submit(first);
        Assert.Equal(second, _farm.MustLease(_farm.Register()).First.Job);
    }

    [Fact]
    public void A_dependency_that_was_met_is_met_for_good()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        _farm.Complete(_farm.MustLease(_farm.Register()));
        _farm.State.LoadJob(_farm.Store.Job(first));
        _farm.Do(farm => farm.Delete(_farm.Context, first));
        _farm.Rebuild();
        Assert.Equal(second, _farm.MustLease(_farm.Register()).First.Job);
    }

    [Fact]
    public void A_deleted_job_is_waited_for_until_the_dependency_is_dropped()
    {
        JobId first = Ended(1);
        _farm.State.LoadJob(_farm.Store.Job(first));
        JobId second = Submit(first);
        _farm.State.LoadJob(_farm.Store.Job(first));
        _farm.Do(farm => farm.Delete(_farm.Context, first));
        Assert.Null(Assert.Single(Explained(second)).JobState);
        _farm.Rebuild();
        Assert.Null(Assert.Single(Explained(second)).JobState);
        Edit(second, edit => edit with { Dropped = [first] });
        Assert.Equal(second, _farm.MustLease(_farm.Register()).First.Job);
    }

    [Fact]
    public void A_farm_made_anew_wakes_the_same_jobs()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Rebuild();
        Assert.Single(Explained(second));
        _farm.Complete(lease);
        Assert.Equal(second, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void What_ends_while_a_cancelled_job_is_not_in_memory_is_met_when_that_is_taken_up_again()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        _farm.Do(farm => farm.Cancel(_farm.Context, second));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        Assert.False(_farm.State.Holds(second));
        _farm.State.LoadJob(_farm.Store.Job(second));
        _farm.Do(farm => farm.Requeue(_farm.Context, second, new UnitsToRequeue { Cancelled = true }));
        Assert.Equal(second, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void Jobs_may_not_wait_for_each_other()
    {
        JobId first = _farm.Submit(FarmHarness.Step());
        JobId second = Submit(first);
        JobId third = Submit(second);
        FarmResult<Done> refused = TryEdit(first, edit => edit with { Added = [new JobDependency(third, false)] });
        Assert.Equal(FarmErrorKind.Invalid, refused.Error!.Kind);
        Assert.Contains("circle: 'job' → 'job' → 'job' → 'job'", refused.Error.Message, StringComparison.Ordinal);
        Assert.NotNull(TryEdit(first, edit => edit with { Added = [new JobDependency(first, false)] }).Error);
    }

    [Fact]
    public void A_job_that_is_to_wait_for_others_starts_nothing_more()
    {
        JobId first = _farm.Submit(1, FarmHarness.Step(3));
        JobId second = _farm.Submit(FarmHarness.Step());
        WorkerId worker = _farm.Register(3);
        _farm.MustLease(worker);
        Edit(first, edit => edit with { Added = [new JobDependency(second, true)] });
        LeaseGranted lease = _farm.MustLease(worker);
        Assert.Equal(second, lease.First.Job);
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(lease);
        Assert.Equal(first, _farm.MustLease(worker).First.Job);
    }

    private static JobPlan Plan() => new() { Name = "job", Steps = [FarmHarness.Step()] };

    private JobId Submit(JobId upstream) =>
        _farm.Submit(Plan() with { DependsOnJobs = [new JobDependency(upstream, false)] });

    private JobId Ended(int exitCode)
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        _farm.Complete(_farm.MustLease(_farm.Register()), exitCode);
        return job;
    }

    private IReadOnlyList<Obstacle> Explained(JobId job) =>
        _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 0))).Obstacles;

    private void Edit(JobId job, Func<PlanEdit, PlanEdit> change) => Assert.Null(TryEdit(job, change).Error);

    private FarmResult<Done> TryEdit(JobId job, Func<PlanEdit, PlanEdit> change)
    {
        JobPlan plan = _farm.Store.Job(job).Plan;
        FarmResult<Done> result = _farm.State.Edit(
            _farm.Context, job, change(new PlanEdit(plan with { Revision = plan.Revision + 1 }, default, "")));
        _farm.EndBatch();
        return result;
    }
}
