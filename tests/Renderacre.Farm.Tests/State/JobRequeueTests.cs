using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class JobRequeueTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Failed_units_go_back_with_nothing_spent_and_succeeded_ones_stay()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        WorkerId worker = _farm.Register();
        foreach (int exitCode in new[] { 0, 1, 1 })
            _farm.Complete(_farm.MustLease(worker), exitCode);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        Assert.Equal(2, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
        Assert.Equal(new(2, 0, 0, 1, 0, 0), _farm.Store.Row(job).Counts);
        Assert.Equal(new UnitRow(false, 0, 0, 1), _farm.Store.UnitRow(new UnitRef(job, 0, 1)));
        _farm.Rebuild();
        Assert.Equal(2, _farm.MustLease(worker).Number);
    }

    [Fact]
    public void Cancelled_units_go_back_all_at_once_however_many()
    {
        JobId job = _farm.Submit(FarmHarness.Step(50_000));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        Assert.Equal(50_000, _farm.Do(
            farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Cancelled = true })));
        Assert.True(_farm.Events.Count < 10);
        Assert.Equal(new(50_000, 0, 0, 0, 0, 0), _farm.Store.Row(job).Counts);
        _farm.Rebuild();
        Assert.Equal(0, _farm.MustLease(_farm.Register()).First.Unit);
    }

    [Fact]
    public void A_lease_under_the_cancel_is_lost_to_its_holder()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Cancelled = true }));
        Assert.Equal(TaskState.Pending, _farm.StateOf(lease.First));
        Assert.Equal(FarmErrorKind.LeaseLost, _farm.Refused(
            farm => farm.Complete(_farm.Context, FarmHarness.Claim(lease), FarmHarness.Result())));
        Assert.Equal(new(2, 0, 0, 0, 0, 0), _farm.Store.Row(job).Counts);
    }

    [Fact]
    public void Units_that_wait_for_others_still_wait()
    {
        StepPlan second = FarmHarness.Step(2) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(FarmHarness.Step(2), second);
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true, Cancelled = true }));
        _farm.Rebuild();
        Assert.Equal(new(3, 0, 0, 1, 0, 0), _farm.Store.Row(job).Counts);
        UnitRef[] order = [Next(worker), Next(worker), Next(worker)];
        Assert.True(Array.IndexOf(order, new UnitRef(job, 0, 1)) < Array.IndexOf(order, new UnitRef(job, 1, 1)));
    }

    [Fact]
    public void Only_units_of_the_step_that_is_named_go_back()
    {
        StepPlan first = FarmHarness.Step(2) with { Name = "first" };
        JobId job = _farm.Submit(first, FarmHarness.Step(3) with { Name = "second" });
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), 1);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        var which = new UnitsToRequeue { Failed = true, Cancelled = true, Step = "second" };
        Assert.Equal(3, _farm.Do(farm => farm.Requeue(_farm.Context, job, which)));
        Assert.Equal(new(3, 0, 0, 0, 1, 1), _farm.Store.Row(job).Counts);
        _farm.Rebuild();
        Assert.Equal(2, _farm.Do(farm => farm.Requeue(_farm.Context, job, which with { Step = "first" })));
        Assert.Contains("there is no step 'third'; the job has", _farm.State.Requeue(
            _farm.Context, job, which with { Step = "third" }).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Succeeded_units_go_back_after_a_cancel_of_all_and_what_waits_for_them_waits_again()
    {
        StepPlan second = FarmHarness.Step(2) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(FarmHarness.Step(2), second, FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        var which = new UnitsToRequeue
        {
            Cancelled = true,
            Succeeded = [new SucceededUnit(new UnitRef(job, 0, 0), 4), new SucceededUnit(new UnitRef(job, 1, 1), 1)],
        };
        Assert.Equal(5, _farm.Do(farm => farm.Requeue(_farm.Context, job, which)));
        Assert.Equal(new(5, 0, 0, 0, 0, 0), _farm.Store.Row(job).Counts);
        _farm.Rebuild();
        LeaseGranted again = _farm.MustLease(worker);
        Assert.Equal((new UnitRef(job, 0, 0), 5), (again.First, again.Number));
        Assert.Equal(new UnitRef(job, 0, 1), _farm.MustLease(_farm.Register()).First);
        Assert.Null(_farm.Lease(_farm.Register()));
    }

    [Fact]
    public void A_job_that_has_succeeded_runs_again_as_a_whole()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        UnitRef[] order = [Next(worker), Next(worker), Next(worker)];
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        // Whatever the order in which they are named.
        SucceededUnit[] all = [.. order.Reverse().Select(unit => new SucceededUnit(unit, 1))];
        Assert.Equal(3, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Succeeded = all })));
        Assert.All(order, unit => Assert.Equal(unit, Next(worker)));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void Nothing_to_take_back_is_harmless_and_no_kind_at_all_is_refused()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        Assert.Equal(0, _farm.Do(
            farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true, Cancelled = true })));
        Assert.Empty(_farm.Events);
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(
            farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue())));
    }

    private UnitRef Next(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease);
        return lease.First;
    }
}
