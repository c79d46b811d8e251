using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

/// <summary>Limits that are shut for a while, since a task found no licence although they had room.</summary>
public sealed class LimitClosureTests
{
    private readonly FarmHarness _farm = new();

    [Theory]
    [InlineData(LimitScope.Session)]
    [InlineData(LimitScope.Task)]
    [InlineData(LimitScope.Host)]
    public void A_want_of_a_licence_holds_its_limit_shut_for_all_until_the_task_has_waited(LimitScope scope)
    {
        Define(scope);
        JobId first = _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        _farm.Submit(Licensed(1));
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "licence").Sync();
        SyncWorker idle = Working();
        Assert.Empty(idle.Leases);

        _farm.Advance(29);
        idle.Sync();
        Assert.Empty(idle.Leases);
        _farm.Rebuild();
        idle.Sync();
        Assert.Empty(idle.Leases);
        _farm.Advance(1);
        idle.Sync();
        Assert.Equal(first, Assert.Single(idle.Leases).First.Job);
        Assert.Null(Limit().Row.Closure);
    }

    [Fact]
    public void Workers_that_wait_are_given_work_when_the_time_is_over_though_nobody_asks()
    {
        Define(LimitScope.Session);
        _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "licence").Sync();
        worker.End(worker.Sessions[0].Session).Sync();
        JobId other = _farm.Submit(Licensed(1));
        Assert.True(_farm.State.NextExpiry <= Limit().Row.Closure?.Until);
        _farm.Advance(30);
        _farm.EndBatch();
        worker.Receive();
        Assert.Contains(worker.Leases, lease => lease.First.Job == other || lease.First.Unit == 0);
    }

    [Fact]
    public void What_runs_goes_on_and_ends_after_its_task_and_leases_ahead_are_asked_back()
    {
        Define(LimitScope.Session);
        _farm.Submit(Licensed(9));
        SyncWorker first = Working(), second = Working();
        first.Start(first.Leases[0]);
        second.Start(second.Leases[0]).Sync();
        first.FindNoLicence(first.Leases[0], "licence").Sync();
        second.Receive();
        Assert.Single(second.Recalled);
        Assert.Empty(second.Ending);
        second.Return(second.Leases[1]).Complete(second.Leases[0]).Sync();
        Assert.Contains(second.Sessions[0].Session, second.Ending);
    }

    [Fact]
    public void A_host_that_holds_a_limit_of_hosts_opens_no_further_session_of_it_while_it_is_shut()
    {
        Define(LimitScope.Host);
        _farm.Submit(Licensed(2));
        SyncWorker holder = _farm.RegisterSync(3);
        holder.Sync();
        holder.Start(holder.Leases[0]).FindNoLicence(holder.Leases[0], "licence").Sync();
        JobId other = _farm.Submit(Licensed(1));
        holder.Receive();
        Assert.DoesNotContain(holder.Leases, lease => lease.First.Job == other);
    }

    [Fact]
    public void Each_further_failure_puts_it_off()
    {
        Define(LimitScope.Session);
        _farm.Submit(Licensed(1));
        _farm.Submit(Licensed(1));
        SyncWorker first = Working(), second = Working();
        first.Start(first.Leases[0]).FindNoLicence(first.Leases[0], "licence").Sync();
        _farm.Advance(10);
        second.Start(second.Leases[0]).FindNoLicence(second.Leases[0], "licence").Sync();
        LimitClosure closure = Limit().Row.Closure!;
        Assert.Equal(40, closure.Until.Since(closure.Since).TotalSeconds);
        _farm.Advance(29);
        _farm.EndBatch();
        Assert.NotNull(Limit().Row.Closure);
        _farm.Advance(1);
        _farm.EndBatch();
        Assert.Null(Limit().Row.Closure);
    }

    [Fact]
    public void A_person_opens_it_again()
    {
        Define(LimitScope.Session);
        JobId job = _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "licence").Sync();
        JobId other = _farm.Submit(Licensed(1));
        SyncWorker idle = Working();
        _farm.Do(farm => farm.ReopenLimit(_farm.Context, "licence"));
        Assert.IsType<LimitReopened>(Assert.Single(_farm.Events, happened => happened is LimitReopened));
        idle.Receive();
        Assert.Equal(other, Assert.Single(idle.Leases).First.Job);
        Assert.NotEqual(job, other);

        _farm.Do(farm => farm.ReopenLimit(_farm.Context, "licence"));
        Assert.Empty(_farm.Events);
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.ReopenLimit(_farm.Context, "maya")));
    }

    [Theory]
    [InlineData("maya")]
    [InlineData("nobodys")]
    [InlineData(null)]
    public void Only_a_limit_that_the_task_takes_some_of_is_shut(string? limit)
    {
        Define(LimitScope.Session);
        _farm.DefineLimit("maya", 4);
        _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], limit).Sync();
        Assert.All(_farm.State.LimitUses(), use => Assert.Null(use.Row.Closure));
    }

    [Fact]
    public void A_limit_of_an_amount_is_shut_whatever_the_case_of_its_name()
    {
        _farm.DefineLimit("amount.nuke", 4);
        _farm.Submit(FarmHarness.Needs(
            FarmHarness.Step(2),
            new RequirementSpec { Amounts = [new AmountDemand("amount.Nuke", 2 * AmountScale.Factor, null)] }));
        SyncWorker worker = Working();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "amount.NUKE").Sync();
        Assert.NotNull(Limit().Row.Closure);
    }

    [Fact]
    public void Another_size_changes_nothing_of_it_and_a_limit_that_is_defined_anew_is_open()
    {
        Define(LimitScope.Session);
        JobId job = _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "licence").Sync();
        _farm.DefineLimit("licence", 9);
        Assert.NotNull(Limit().Row.Closure);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        worker.Receive();
        worker.End(worker.Sessions[0].Session).Sync();
        _farm.Do(farm => farm.DeleteLimit(_farm.Context, "licence"));
        _farm.DefineLimit("licence", 9);
        Assert.Null(Limit().Row.Closure);
        _farm.Advance(31);
        _farm.EndBatch();
        Assert.Empty(_farm.Events);
    }

    [Fact]
    public void It_is_told_until_when_it_is_shut_and_by_whom()
    {
        Define(LimitScope.Host);
        JobId job = _farm.Submit(Licensed(1));
        SyncWorker worker = _farm.RegisterSync(2);
        worker.Sync();
        worker.Start(worker.Leases[0]).FindNoLicence(worker.Leases[0], "licence").Sync();
        JobId other = _farm.Submit(Licensed(1));
        UnitExplanation told = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(other, 0, 0)));
        Obstacle obstacle = Assert.Single(told.Obstacles);
        Assert.Equal((ObstacleKind.LimitClosed, "licence"), (obstacle.Kind, obstacle.Name));
        LimitClosure closure = obstacle.Limit!.Row.Closure!;
        Assert.Equal((job, "job", "no licence"), (closure.Job, closure.JobName, closure.Message));
    }

    private static StepPlan Licensed(long units) => FarmHarness.Needs(
        FarmHarness.Step(units) with { Failures = new FailurePolicy { LicenceDelay = 30 } },
        new RequirementSpec { Limits = ["licence"] });

    private void Define(LimitScope scope) =>
        _farm.DefineLimit(new LimitDefine { Name = "licence", MaxCount = 4, CountedPer = scope });

    private LimitUse Limit() => Assert.Single(_farm.State.LimitUses());

    private SyncWorker Working()
    {
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        return worker;
    }
}
