using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Tests.State;

public sealed class ResubmissionTests
{
    private readonly FarmHarness _farm = new();
    private readonly WorkerId _worker;

    public ResubmissionTests() => _worker = _farm.Register();

    [Fact]
    public void A_copy_runs_only_what_did_not_succeed_and_what_waited_for_it()
    {
        JobPlan plan = Frames();
        JobId job = _farm.Submit(plan);
        for (int unit = 0; unit < 3; unit++)
            _farm.Complete(_farm.MustLease(_worker), unit == 1 ? 1 : 0);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));

        JobId copy = Resubmit(job, plan).Value;
        Assert.Equal(2, _farm.Store.Row(copy).Counts.Succeeded);
        _farm.Rebuild();
        LeaseGranted again = _farm.MustLease(_worker);
        Assert.Equal(new UnitRef(copy, 0, 1), again.First);
        _farm.Complete(again);
        LeaseGranted dependent = _farm.MustLease(_worker);
        Assert.Equal(new UnitRef(copy, 1, 0), dependent.First);
        _farm.Complete(dependent);
        Assert.Equal(JobState.Succeeded, _farm.StateOf(copy));
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void A_job_that_goes_on_or_has_succeeded_is_not_resubmitted_in_part()
    {
        JobPlan plan = new() { Name = "job", Steps = [FarmHarness.Step()] };
        JobId job = _farm.Submit(plan);
        Assert.Equal(FarmErrorKind.StateConflict, Resubmit(job, plan).Error?.Kind);
        _farm.Complete(_farm.MustLease(_worker));
        Assert.Equal(FarmErrorKind.StateConflict, Resubmit(job, plan).Error?.Kind);
        FarmResult<JobId> unknown = _farm.State.Resubmit(_farm.Context, new JobId(999), plan, default);
        Assert.Equal(FarmErrorKind.NotFound, unknown.Error?.Kind);
    }

    [Fact]
    public void A_copy_with_other_tasks_is_refused()
    {
        JobPlan plan = Frames();
        JobId job = _farm.Submit(plan);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Assert.Equal(
            FarmErrorKind.StateConflict, Resubmit(job, plan with { Steps = [FarmHarness.Step(4)] }).Error?.Kind);
    }

    [Fact]
    public void A_succeeded_unit_is_requeued_where_that_is_asked_for_and_goes_on_with_its_numbers()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        LeaseGranted first = _farm.MustLease(_worker);
        _farm.Complete(first);
        Assert.Equal(
            FarmErrorKind.StateConflict, _farm.Refused(farm => farm.RequeueUnit(_farm.Context, first.First)));
        Requeue(first.First);
        Assert.Equal(TaskState.Pending, _farm.StateOf(first.First));
        _farm.Rebuild();
        LeaseGranted again = _farm.MustLease(_worker);
        Assert.Equal((first.First, 2), (again.First, again.Number));
        _farm.Complete(again);
        _farm.Complete(_farm.MustLease(_worker));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_job_that_had_succeeded_is_open_again()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        LeaseGranted lease = _farm.MustLease(_worker);
        _farm.Complete(lease);
        Assert.Equal(0, _farm.State.JobCount);
        _farm.State.LoadJob(_farm.Store.Job(job));
        Requeue(lease.First);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Complete(_farm.MustLease(_worker));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void What_waits_for_a_requeued_unit_waits_again_and_what_has_started_goes_on()
    {
        StepPlan edges = FarmHarness.Step(3) with { UnitDependencies = [[], [0], [0]] };
        StepPlan equal = FarmHarness.Step(3) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(edges, equal, FarmHarness.Step(1, 0, 1));
        LeaseGranted first = _farm.MustLease(_worker);
        _farm.Complete(first);
        LeaseGranted started = _farm.MustLease(_worker);
        Assert.Equal(new UnitRef(job, 0, 1), started.First);
        Requeue(first.First);
        _farm.Rebuild();
        _farm.Complete(started);
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(started.First));
        LeaseGranted next = _farm.MustLease(_worker);
        Assert.Equal((first.First, 2), (next.First, next.Number));
        Assert.Equal(new UnitRef(job, 1, 1), _farm.MustLease(_farm.Register()).First);
        Assert.Null(_farm.Lease(_farm.Register()));
    }

    [Fact]
    public void A_step_that_waits_for_the_whole_of_another_waits_again()
    {
        JobId job = _farm.Submit(FarmHarness.Step(), FarmHarness.Step(2, 0, 0));
        LeaseGranted first = _farm.MustLease(_worker);
        _farm.Complete(first);
        LeaseGranted started = _farm.MustLease(_worker);
        Requeue(first.First);
        _farm.Complete(started);
        Assert.Equal(new UnitRef(job, 0, 0), _farm.MustLease(_worker).First);
        Assert.Null(_farm.Lease(_farm.Register()));
    }

    private static JobPlan Frames() =>
        new() { Name = "job", Steps = [FarmHarness.Step(3), FarmHarness.Step(1, 0, 0)] };

    private FarmResult<JobId> Resubmit(JobId job, JobPlan plan)
    {
        if (!_farm.State.Holds(job))
            _farm.State.LoadJob(_farm.Store.Job(job));
        FarmResult<JobId> result = _farm.State.Resubmit(_farm.Context, job, plan, new byte[] { 1 });
        _farm.EndBatch();
        return result;
    }

    private void Requeue(UnitRef unit) => _farm.Do(farm => farm.RequeueUnit(_farm.Context, unit, 1));
}
