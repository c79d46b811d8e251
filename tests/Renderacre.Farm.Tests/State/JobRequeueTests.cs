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
        Assert.Equal(2, _farm.Do(farm => farm.Requeue(_farm.Context, job, failed: true, cancelled: false)));
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
        Assert.Equal(50_000, _farm.Do(farm => farm.Requeue(_farm.Context, job, failed: false, cancelled: true)));
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
        _farm.Do(farm => farm.Requeue(_farm.Context, job, failed: false, cancelled: true));
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
        _farm.Do(farm => farm.Requeue(_farm.Context, job, failed: true, cancelled: true));
        _farm.Rebuild();
        Assert.Equal(new(3, 0, 0, 1, 0, 0), _farm.Store.Row(job).Counts);
        UnitRef[] order = [Next(worker), Next(worker), Next(worker)];
        Assert.True(Array.IndexOf(order, new UnitRef(job, 0, 1)) < Array.IndexOf(order, new UnitRef(job, 1, 1)));
    }

    [Fact]
    public void Nothing_to_take_back_is_harmless_and_no_kind_at_all_is_refused()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        Assert.Equal(0, _farm.Do(farm => farm.Requeue(_farm.Context, job, true, true)));
        Assert.Empty(_farm.Events);
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(farm => farm.Requeue(_farm.Context, job, false, false)));
    }

    private UnitRef Next(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease);
        return lease.First;
    }
}
