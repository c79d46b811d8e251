using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

public sealed class DoubtTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void What_workers_and_limits_have_is_in_no_doubt()
    {
        Register();
        _farm.DefineLimit("maya", 1);
        Assert.Empty(About(new RequirementSpec
        {
            Pools = ["gpu"],
            Limits = ["maya"],
            Labels = [new LabelDemand("app", "nuke")],
            Attributes = [new AttributeDemand("attr.os", ["LINUX"], [])],
            Amounts = [new AmountDemand("amount.seats", 4000, null)],
        }));
    }

    [Fact]
    public void A_pool_and_a_limit_that_there_is_not_are_told_with_those_that_there_are()
    {
        Register();
        _farm.DefineLimit("maya", 1);
        IReadOnlyList<NameDoubt> doubts = About(new RequirementSpec { Pools = ["gpu", "gppu"], Limits = ["maja"] });
        Assert.Equal(
            [(NameDoubtKind.Limit, "maja"), (NameDoubtKind.Pool, "gppu")],
            doubts.Select(each => (each.Kind, each.Name)));
        Assert.Equal(["maya"], doubts[0].Known);
        Assert.Equal(["comp", "gpu"], doubts[1].Known.Order());
    }

    [Fact]
    public void Labels_attributes_and_amounts_that_nobody_has_are_told()
    {
        Register();
        Assert.Equal(
            [
                (NameDoubtKind.Label, "app", "houdini"), (NameDoubtKind.Attribute, "attr.os", "windows"),
                (NameDoubtKind.AmountBeyond, "amount.seats", "at least 9"),
                (NameDoubtKind.Amount, "amount.dongle", null),
            ],
            About(new RequirementSpec
            {
                Labels = [new LabelDemand("app", "houdini")],
                Attributes = [new AttributeDemand("attr.os", ["windows"], [])],
                Amounts = [new AmountDemand("amount.seats", 9000, null), new AmountDemand("amount.dongle", 1000, null)],
            }).Select(each => (each.Kind, each.Name, each.Wanted)));
    }

    [Fact]
    public void An_amount_that_is_taken_now_and_not_for_ever_is_in_no_doubt()
    {
        _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), Seats(4)));
        _farm.MustLease(_farm.Register(2, ("amount.seats", "4")));
        Assert.Empty(About(Seats(4)));
    }

    [Fact]
    public void More_of_a_limit_than_it_ever_has_is_told_also_while_there_are_no_workers()
    {
        _farm.DefineLimit(new Contracts.Limits.LimitDefine { Name = "amount.Seats", MaxCount = 4, Headroom = 1 });
        Assert.Empty(About(Seats(3)));
        NameDoubt doubt = Assert.Single(About(Seats(4)));
        Assert.Equal((NameDoubtKind.LimitBeyond, "amount.Seats", "4"), (doubt.Kind, doubt.Name, doubt.Wanted));
        Assert.Equal(["3"], doubt.Known);
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), Seats(4)));
        Assert.Single(_farm.Do(farm => farm.Explain(_farm.Context, job)).Doubts);
    }

    [Fact]
    public void A_limit_that_a_rule_names_has_to_be_there_and_one_of_its_step()
    {
        _farm.DefineLimit("maya", 1);
        _farm.DefineLimit("nuke", 1);
        Assert.Empty(AboutRules(["nuke"], ["nuke"]));
        NameDoubt unknown = Assert.Single(AboutRules(["nuke"], ["nuk"]));
        Assert.Equal((NameDoubtKind.Limit, "nuk"), (unknown.Kind, unknown.Name));
        NameDoubt foreign = Assert.Single(AboutRules(["nuke"], ["maya"]));
        Assert.Equal((NameDoubtKind.LimitNotTaken, "maya"), (foreign.Kind, foreign.Name));
        Assert.Equal(["nuke"], foreign.Known);
    }

    [Fact]
    public void A_name_of_a_worker_that_there_is_not_is_told()
    {
        Register();
        var plan = new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step()],
            Policy = new PlanPolicy { Workers = new WorkerLists(["work*", "woker"], []) },
        };
        NameDoubt doubt = Assert.Single(_farm.State.DoubtsAbout(plan));
        Assert.Equal((NameDoubtKind.Worker, "woker"), (doubt.Kind, doubt.Name));
        Assert.Equal(["worker"], doubt.Known);
    }

    [Fact]
    public void Before_any_worker_has_registered_only_limits_are_known()
    {
        IReadOnlyList<NameDoubt> doubts = About(new RequirementSpec { Pools = ["gpu"], Limits = ["maya"] });
        Assert.Equal(NameDoubtKind.Limit, Assert.Single(doubts).Kind);
    }

    [Fact]
    public void Explaining_repeats_what_is_in_doubt_as_long_as_it_is()
    {
        var job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), new RequirementSpec { Limits = ["maya"] }));
        Assert.Single(_farm.Do(farm => farm.Explain(_farm.Context, job)).Doubts);
        _farm.DefineLimit("maya", 1);
        Assert.Empty(_farm.Do(farm => farm.Explain(_farm.Context, job)).Doubts);
    }

    private void Register() => _farm.Register(
        1, ("pool", "gpu,comp"), ("app", "nuke"), ("attr.os", "linux"), ("amount.seats", "4"));

    private static RequirementSpec Seats(long count) =>
        new() { Amounts = [new AmountDemand("amount.seats", count * AmountScale.Factor, null)] };

    private IReadOnlyList<NameDoubt> AboutRules(string[] taken, string[] ruled) => _farm.State.DoubtsAbout(new JobPlan
    {
        Name = "job",
        Steps =
        [
            FarmHarness.Needs(FarmHarness.Step(), new RequirementSpec { Limits = taken }) with
            {
                Failures = new FailurePolicy { LicenceLimits = ruled },
            },
        ],
    });

    private IReadOnlyList<NameDoubt> About(RequirementSpec spec) => _farm.State.DoubtsAbout(
        new JobPlan { Name = "job", Steps = [FarmHarness.Needs(FarmHarness.Step(), spec)] });
}
