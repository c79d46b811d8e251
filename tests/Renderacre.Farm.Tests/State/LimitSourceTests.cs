using Renderacre.Contracts.Limits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

public sealed class LimitSourceTests
{
    private static readonly LimitSource Source = new() { Hook = "seats" };

    private static readonly StepPlan Licensed =
        FarmHarness.Needs(FarmHarness.Step(9), new RequirementSpec { Limits = ["licence"] });

    private readonly FarmHarness _farm = new();

    [Fact]
    public void What_is_used_elsewhere_is_not_held_by_the_farm_in_addition()
    {
        Define(4, Source);
        WorkerId worker = Working(9);
        Tell(3000);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        Tell(2000);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_source_that_counts_the_farm_is_told_apart_from_what_the_farm_holds()
    {
        LimitSource counting = Source with { CountsFarm = true };
        Define(4, counting);
        WorkerId worker = Working(9);
        _farm.MustLease(worker);
        _farm.MustLease(worker);
        Tell(3000, counting);
        Assert.Equal(1000, Row.Report?.Elsewhere);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));

        // It has not seen the newest of the farm's yet: nobody else can hold less than nothing.
        Tell(2000, counting);
        Assert.Equal(0, Row.Report?.Elsewhere);
    }

    [Fact]
    public void The_last_figure_holds_while_the_source_fails()
    {
        Define(2, Source);
        WorkerId worker = Working(9);
        Tell(1000);
        Tell(null);
        Assert.Equal((1000L, "it hangs"), (Row.Report?.Elsewhere ?? 0, Row.Report?.Failure));
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        Tell(0);
        Assert.Null(Row.Report?.Failure);
        _farm.MustLease(worker);
    }

    [Fact]
    public void More_use_elsewhere_kills_nothing_and_gives_nothing_new()
    {
        Define(2, Source);
        _farm.Submit(Licensed);
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Tell(2000);
        worker.Receive();
        worker.Return(worker.Leases[1]).Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Empty(worker.Cancelled);
        Assert.Empty(worker.Leases);
        Assert.Single(worker.Ending);
    }

    [Fact]
    public void An_answer_that_is_no_news_is_not_written_down()
    {
        Define(2, Source);
        Tell(1000);
        Assert.IsType<LimitReported>(Assert.Single(_farm.Events));
        _farm.Advance(30);
        Tell(1000);
        Assert.Empty(_farm.Events);
        Assert.Equal(_farm.Context.Now, Row.Report?.At);
    }

    [Fact]
    public void An_answer_of_a_source_that_the_limit_no_longer_has_counts_for_nothing()
    {
        Define(2, Source);
        Tell(1000);
        _farm.DefineLimit("licence", 3);
        Assert.Equal(1000, Row.Report?.Elsewhere);
        Define(3, new LimitSource());
        Assert.Equal((null, null), (Row.Source, Row.Report));
        Tell(1000);
        Assert.Null(Row.Report);
    }

    private LimitRow Row => Assert.Single(_farm.State.LimitUses()).Row;

    private void Define(int count, LimitSource source) =>
        _farm.DefineLimit(new LimitDefine { Name = "licence", MaxCount = count, Source = source });

    private void Tell(long? used, LimitSource? source = null) => _farm.Do(farm => farm.ReportLimit(
        _farm.Context, "licence", source ?? Source, new SourceAnswer(used, used is null ? "it hangs" : null)));

    private WorkerId Working(int slots)
    {
        _farm.Submit(Licensed);
        return _farm.Register(slots);
    }
}
