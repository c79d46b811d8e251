using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

public sealed class LimitTests
{
    private static readonly StepPlan Licensed =
        FarmHarness.Needs(FarmHarness.Step(3), new RequirementSpec { Limits = ["licence"] });

    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_limit_that_nobody_defined_blocks_until_somebody_does()
    {
        _farm.Submit(Licensed);
        WorkerId worker = _farm.Register();
        Assert.Null(_farm.Lease(worker));
        _farm.DefineLimit("licence", 1);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_full_limit_blocks_its_own_and_nobody_else()
    {
        _farm.DefineLimit("licence", 1);
        _farm.Submit(1, Licensed);
        JobId other = _farm.Submit(0, FarmHarness.Step());
        WorkerId worker = _farm.Register(4);
        var held = _farm.MustLease(worker);
        Assert.Equal(1, Assert.Single(_farm.State.LimitUses()).Used / AmountScale.Factor);
        Assert.Equal(other, _farm.MustLease(worker).First.Job);
        Assert.Null(_farm.Lease(worker));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(held);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void Amounts_are_reserved_and_given_back()
    {
        var spec = new RequirementSpec { Amounts = [new AmountDemand("amount.gpu", 1000, null)] };
        _farm.Submit(FarmHarness.Needs(FarmHarness.Step(3), spec));
        WorkerId worker = _farm.Register(8, ("amount.gpu", "1.5"));
        var lease = _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(lease);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void Bad_limits_are_refused()
    {
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(farm => farm.DefineLimit(_farm.Context, Limit(" ", 1))));
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(farm => farm.DefineLimit(_farm.Context, Limit("x", 0))));
        Assert.Equal(
            FarmErrorKind.Invalid,
            _farm.Refused(farm => farm.DefineLimit(_farm.Context, Limit("x", 2) with { Headroom = 2 })));
    }

    private static LimitDefine Limit(string name, int maxCount) => new() { Name = name, MaxCount = maxCount };
}
