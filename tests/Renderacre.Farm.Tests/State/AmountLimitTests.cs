using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Queues;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

public sealed class AmountLimitTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void An_amount_of_a_limits_name_is_taken_of_the_limit_and_not_of_the_host()
    {
        _farm.DefineLimit("amount.nuke", 5);
        _farm.Submit(Nuke(4, 2000));
        WorkerId worker = _farm.Register(4);
        LeaseGranted first = _farm.MustLease(worker);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(4000, Use().Used);
        _farm.Complete(first);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void Fractions_and_another_case_of_the_name_count()
    {
        _farm.DefineLimit("amount.Nuke", 1);
        _farm.Submit(Nuke(4, 400));
        WorkerId worker = _farm.Register(4);
        _farm.MustLease(worker);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(800, Use().Used);
    }

    [Fact]
    public void A_limit_that_comes_after_jobs_and_workers_is_drawn_on_by_what_waits_and_what_runs()
    {
        _farm.Submit(Nuke(4, 1000));
        WorkerId has = _farm.Register(4, ("amount.nuke", "1")), lacks = _farm.Register(4);
        _farm.MustLease(has);
        Assert.Null(_farm.Lease(has));
        Assert.Null(_farm.Lease(lacks));

        _farm.DefineLimit("amount.nuke", 3);
        Assert.Equal(1000, Use().Used);
        _farm.MustLease(has);
        _farm.MustLease(lacks);
        Assert.Null(_farm.Lease(lacks));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(has));
        Assert.Equal(3000, Use().Used);
    }

    [Fact]
    public void A_limit_that_comes_later_wakes_workers_that_wait()
    {
        _farm.Submit(Nuke(1, 1000));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Assert.Empty(worker.Leases);
        _farm.DefineLimit("amount.nuke", 1);
        worker.Receive();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void Once_the_limit_is_deleted_hosts_are_asked_again()
    {
        _farm.DefineLimit("amount.nuke", 3);
        _farm.Submit(Nuke(4, 1000));
        WorkerId has = _farm.Register(4, ("amount.nuke", "2")), lacks = _farm.Register(4);
        _farm.MustLease(has);
        _farm.MustLease(lacks);

        _farm.Do(farm => farm.DeleteLimit(_farm.Context, "amount.nuke"));
        Assert.Empty(_farm.State.LimitUses());
        Assert.Null(_farm.Lease(lacks));
        _farm.MustLease(has);
        Assert.Null(_farm.Lease(has));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(has));
    }

    [Fact]
    public void More_than_there_is_of_a_limit_is_told_as_such()
    {
        _farm.DefineLimit("amount.nuke", 3);
        JobId job = _farm.Submit(Nuke(1, 5000));
        _farm.Register();
        Obstacle told = Assert.Single(Explain(job).Obstacles);
        Assert.Equal((ObstacleKind.LimitTooSmall, "amount.nuke"), (told.Kind, told.Name));
        Assert.Equal((5000L, 3), (told.Asked, told.Limit?.Row.MaxCount));
    }

    [Fact]
    public void A_full_limit_is_told_with_the_jobs_that_hold_it()
    {
        _farm.DefineLimit("amount.nuke", 3);
        JobId holding = _farm.Submit(Nuke(1, 2000));
        _farm.MustLease(_farm.Register(1));
        Obstacle told = Assert.Single(Explain(_farm.Submit(Nuke(1, 2000))).Obstacles);
        Assert.Equal(ObstacleKind.LimitFull, told.Kind);
        Assert.Equal([new LimitShare(holding, "job", 2000)], told.Limit?.Holders);
    }

    [Fact]
    public void Of_a_full_limit_of_hosts_workers_that_hold_it_are_told_apart()
    {
        _farm.DefineLimit(new LimitDefine { Name = "amount.nuke", MaxCount = 1, CountedPer = LimitScope.Host });
        _farm.Submit(Nuke(1, 1000));
        WorkerId holder = _farm.Register(2);
        _farm.MustLease(holder);
        _farm.Register(2);
        JobId waiting = _farm.Submit(Nuke(2, 1000));
        GroupExplanation why = Explain(waiting);
        Assert.Empty(why.Obstacles);
        Assert.Equal(1, why.Workers.Able);
        Assert.Equal(
            new WorkerExclusion(new WorkerMiss(WorkerObstacleKind.LimitFull, "amount.nuke", "1", null), 1),
            Assert.Single(why.Workers.Exclusions));

        _farm.MustLease(holder);
        Assert.Equal(ObstacleKind.LimitFull, Assert.Single(Explain(waiting).Obstacles).Kind);
    }

    [Theory]
    [InlineData("amount.worker.vcpu")]
    [InlineData("AMOUNT.Worker.nuke")]
    [InlineData("amount.NUKE")]
    public void Names_of_hosts_amounts_and_names_that_differ_in_case_alone_are_refused(string name)
    {
        _farm.DefineLimit("amount.nuke", 1);
        var limit = new LimitDefine { Name = name, MaxCount = 1 };
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(farm => farm.DefineLimit(_farm.Context, limit)));
    }

    [Fact]
    public void A_limit_that_something_names_is_not_deleted()
    {
        _farm.DefineLimit("licence", 1);
        _farm.Do(farm => farm.DefineQueue(_farm.Context, new FarmQueue { Name = "film", Limits = ["licence"] }));
        Assert.Equal(FarmErrorKind.StateConflict, Deletion());
        _farm.Do(farm => farm.DeleteQueue(_farm.Context, "film"));
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), new RequirementSpec { Limits = ["licence"] }));
        Assert.Equal(FarmErrorKind.StateConflict, Deletion());
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.Do(farm => farm.DeleteLimit(_farm.Context, "licence"));
        Assert.Equal(FarmErrorKind.NotFound, Deletion());

        FarmErrorKind Deletion() => _farm.Refused(farm => farm.DeleteLimit(_farm.Context, "licence"));
    }

    private static StepPlan Nuke(long units, long scaled) => FarmHarness.Needs(
        FarmHarness.Step(units), new RequirementSpec { Amounts = [new AmountDemand("amount.nuke", scaled, null)] });

    private LimitUse Use() => Assert.Single(_farm.State.LimitUses());

    private GroupExplanation Explain(JobId job) =>
        Assert.Single(_farm.State.Explain(_farm.Context, job).Value.Groups);
}
