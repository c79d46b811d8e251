using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

/// <summary>The order of frames within a step.</summary>
public sealed class FrameOrderTests
{
    private static readonly UnitOrder Reverse = new() { Kind = UnitOrderKind.Reverse, Length = 6 };

    private readonly FarmHarness _farm = new();

    [Fact]
    public void Units_are_leased_in_the_order_that_the_step_asks_for()
    {
        _farm.Submit(FarmHarness.Step(6) with { Order = Reverse });
        Assert.Equal([5, 4, 3, 2, 1, 0], Leased(6));
    }

    [Fact]
    public void All_units_of_the_value_that_comes_first_come_before_those_of_the_next()
    {
        // Two scenes of three frames, each with two tiles: frames move in the middle.
        var order = new UnitOrder { Kind = UnitOrderKind.Reverse, Length = 3, Stride = 2 };
        _farm.Submit(FarmHarness.Step(12) with { Order = order });
        Assert.Equal([4, 5, 10, 11, 2, 3, 8, 9, 0, 1, 6, 7], Leased(12));
    }

    [Fact]
    public void Of_chunks_of_a_fixed_size_the_chunks_are_ordered()
    {
        var order = new UnitOrder { Kind = UnitOrderKind.Reverse, Length = 3 };
        _farm.Submit(FarmHarness.Step(7) with { ChunkSize = 3, Order = order });
        WorkerId worker = _farm.Register(3);
        Assert.Equal((6, 1), Run(_farm.MustLease(worker)));
        Assert.Equal((3, 3), Run(_farm.MustLease(worker)));
        Assert.Equal((0, 3), Run(_farm.MustLease(worker)));
    }

    [Fact]
    public void A_chunk_that_is_cut_when_leased_grows_downwards_in_reverse()
    {
        _farm.Submit(Adaptive(UnitOrderKind.Reverse));
        Assert.Equal([(15, 5), (10, 5), (5, 5), (0, 5)], Runs(4));
    }

    [Fact]
    public void Chunks_from_the_middle_grow_away_from_it()
    {
        _farm.Submit(Adaptive(UnitOrderKind.MiddleOut));
        Assert.Equal([(9, 5), (4, 5), (14, 5), (0, 4), (19, 1)], Runs(5));
    }

    [Fact]
    public void What_comes_first_of_chunks_comes_alone_and_the_others_fill_the_gaps()
    {
        StepPlan step = Adaptive(UnitOrderKind.Every);
        _farm.Submit(step with { Order = step.Order! with { Every = 8 } });
        Assert.Equal([(0, 1), (8, 1), (16, 1), (1, 5), (6, 2), (9, 5), (14, 2), (17, 3)], Runs(8));
    }

    [Fact]
    public void A_unit_that_failed_comes_again_at_its_place_and_a_cancelled_one_not_at_all()
    {
        JobId job = _farm.Submit(FarmHarness.Step(6, retries: 1) with { Order = Reverse });
        WorkerId worker = _farm.Register();
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, 4)));
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.Equal(5, RunNext(worker));
        Assert.Equal(3, RunNext(worker));
    }

    [Fact]
    public void A_farm_made_anew_and_a_job_that_is_requeued_keep_the_order()
    {
        JobId job = _farm.Submit(FarmHarness.Step(6) with { Order = Reverse });
        WorkerId worker = _farm.Register();
        RunNext(worker);
        _farm.Rebuild();
        Assert.Equal(4, RunNext(worker));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Cancelled = true }));
        Assert.Equal([3, 2, 1, 0], Enumerable.Range(0, 4).Select(_ => RunNext(worker)));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_faulty_order_is_refused()
    {
        Assert.Single(Faults(Reverse with { Length = 4 }));
        Assert.Single(Faults(Reverse with { Kind = UnitOrderKind.Every, Every = 1 }));
        Assert.Single(Faults(Reverse with { Kind = UnitOrderKind.First, First = [6] }));
        Assert.Single(Faults(Reverse with { Kind = UnitOrderKind.First, First = [1, 1] }));
        Assert.Empty(Faults(Reverse with { Kind = UnitOrderKind.First, First = [1, 5] }));
    }

    private static IReadOnlyList<string> Faults(UnitOrder order) => JobPlanCheck.Faults(
        new JobPlan { Name = "job", Steps = [FarmHarness.Step(6) with { Order = order }] });

    private static StepPlan Adaptive(UnitOrderKind kind) => FarmHarness.Step(20) with
    {
        Order = new UnitOrder { Kind = kind, Length = 20 },
        Chunks = new AdaptiveChunks { DefaultCount = 5, TargetSeconds = 60, Runs = [new ChunkRuns(0, 20, 1)] },
    };

    private IEnumerable<long> Leased(int count)
    {
        WorkerId worker = _farm.Register(count);
        return Enumerable.Range(0, count).Select(_ => _farm.MustLease(worker).First.Unit);
    }

    private IEnumerable<(long, long)> Runs(int count)
    {
        WorkerId worker = _farm.Register(count);
        return Enumerable.Range(0, count).Select(_ => Run(_farm.MustLease(worker)));
    }

    private long RunNext(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Complete(lease);
        return lease.First.Unit;
    }

    private static (long First, long Count) Run(LeaseGranted lease) => (lease.First.Unit, lease.Count);
}
