using Renderacre.Contracts.Limits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

public sealed class LimitScopeTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_limit_of_sessions_is_held_while_a_session_is_open_even_without_a_task()
    {
        Define(1, LimitScope.Session);
        _farm.Submit(Licensed(1));
        SyncWorker worker = Working();
        Assert.Equal(1, Used());

        worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Equal(1, Used());
        worker.End(worker.Sessions[0].Session).Sync();
        Assert.Equal(0, Used());
    }

    [Fact]
    public void A_limit_of_tasks_is_held_while_a_task_is_leased_or_runs_and_leases_ahead_take_none()
    {
        Define(1, LimitScope.Task);
        _farm.Submit(Licensed(2));
        SyncWorker worker = Working();
        Assert.Equal(2, worker.Leases.Count);
        Assert.Equal(1, Used());

        worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Equal(1, Used());
        worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Equal(0, Used());
        Assert.Single(worker.Sessions);
    }

    [Fact]
    public void A_session_that_ends_its_task_leaves_a_seat_of_a_limit_of_tasks_to_another()
    {
        var alone = new FarmHarness(new FarmSettings { LeasesAhead = 0 });
        alone.DefineLimit(new LimitDefine { Name = "licence", MaxCount = 2, CountedPer = LimitScope.Task });
        alone.Submit(Licensed(4));
        SyncWorker first = alone.RegisterSync(), second = alone.RegisterSync();
        first.Sync();
        second.Sync();
        alone.DefineLimit("licence", 1);
        first.Receive();

        first.Start(first.Leases[0]).Complete(first.Leases[0]).Sync();
        Assert.Contains(first.Sessions[0].Session, first.Ending);
        second.Start(second.Leases[0]).Complete(second.Leases[0]).Sync();
        Assert.Single(second.Leases);
    }

    [Fact]
    public void A_limit_of_hosts_is_held_once_whatever_number_of_sessions_a_worker_has()
    {
        Define(1, LimitScope.Host);
        _farm.Submit(Licensed(3));
        WorkerId one = _farm.Register(2), other = _farm.Register(2);
        LeaseGranted first = _farm.MustLease(one);
        Assert.Null(_farm.Lease(other));
        LeaseGranted second = _farm.MustLease(one);
        Assert.Equal(1, Used());

        _farm.Complete(first);
        Assert.Null(_farm.Lease(other));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(other));
        _farm.Complete(second);
        Assert.NotNull(_farm.Lease(other));
    }

    [Fact]
    public void Work_of_a_full_limit_of_hosts_is_pushed_to_a_worker_that_holds_it()
    {
        Define(1, LimitScope.Host);
        _farm.Submit(Licensed(1));
        SyncWorker holder = _farm.RegisterSync(2), other = _farm.RegisterSync(2);
        holder.Sync();
        other.Sync();
        Assert.Single(holder.Leases);

        _farm.Submit(Licensed(1));
        holder.Receive();
        other.Receive();
        Assert.Equal(2, holder.Leases.Count);
        Assert.Empty(other.Leases);
    }

    [Fact]
    public void Of_what_a_worker_asks_of_a_limit_of_hosts_the_most_counts()
    {
        _farm.DefineLimit(new LimitDefine { Name = "amount.tokens", MaxCount = 3, CountedPer = LimitScope.Host });
        _farm.Submit(Tokens(2, 1));
        _farm.Submit(Tokens(1, 3));
        WorkerId worker = _farm.Register(4);
        LeaseGranted small = _farm.MustLease(worker);
        _farm.MustLease(worker);
        Assert.Equal(1, Used());
        LeaseGranted large = _farm.MustLease(worker);
        Assert.Equal(3, Used());
        _farm.Complete(large);
        Assert.Equal(1, Used());
        _farm.Complete(small);
        Assert.Equal(1, Used());
    }

    [Fact]
    public void Another_scope_counts_what_is_open_anew()
    {
        Define(4, LimitScope.Session);
        _farm.Submit(Licensed(3));
        WorkerId worker = _farm.Register(4);
        _farm.MustLease(worker);
        _farm.MustLease(worker);
        Assert.Equal(2, Used());
        Define(4, LimitScope.Host);
        Assert.Equal(1, Used());
        _farm.Rebuild();
        Assert.Equal(1, Used());
        Define(4, LimitScope.Task);
        Assert.Equal(2, Used());
    }

    [Fact]
    public void A_limit_that_is_lowered_kills_nothing_and_gives_nothing_new_until_enough_is_given_back()
    {
        Define(3, LimitScope.Session);
        _farm.Submit(Licensed(9));
        SyncWorker[] workers = [_farm.RegisterSync(), _farm.RegisterSync(), _farm.RegisterSync()];
        foreach (SyncWorker worker in workers)
            worker.Sync();
        Define(2, LimitScope.Session);
        foreach (SyncWorker worker in workers)
        {
            worker.Receive();
            Assert.Single(worker.Recalled);
            worker.Return(worker.Leases[1]).Sync();
        }

        // The first of them that ends its task goes, and with it the limit is no longer overdrawn: the others stay.
        foreach (SyncWorker worker in workers)
            worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Equal([1, 0, 0], workers.Select(worker => worker.Ending.Count));
        Assert.Equal(3, Used());
        workers[0].End(workers[0].Sessions[0].Session).Sync();
        Assert.Equal(2, Used());
        Assert.Empty(workers[0].Leases);
    }

    [Fact]
    public void One_of_the_sessions_that_hold_a_full_limit_yields_to_more_important_work()
    {
        Define(2, LimitScope.Session);
        _farm.Submit(Licensed(99));
        SyncWorker[] workers = [_farm.RegisterSync(), _farm.RegisterSync()];
        foreach (SyncWorker worker in workers)
            worker.Sync();
        _farm.Advance(11);
        JobId urgent = _farm.Submit(7, Licensed(1));
        foreach (SyncWorker worker in workers)
        {
            foreach (LeaseGranted lease in worker.Leases.ToList())
                worker.Start(lease).Complete(lease).Sync();
        }

        Assert.Equal([1, 0], workers.Select(worker => worker.Ending.Count));
        workers[0].End(workers[0].Sessions[0].Session).Sync();
        Assert.Equal(urgent, workers[0].Leases[0].First.Job);
    }

    [Fact]
    public void Headroom_is_kept_free()
    {
        _farm.DefineLimit(new LimitDefine { Name = "licence", MaxCount = 3, Headroom = 2 });
        _farm.Submit(Licensed(3));
        WorkerId worker = _farm.Register(4);
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.DefineLimit("licence", 4);
        Assert.NotNull(_farm.Lease(worker));
        Assert.Null(_farm.Lease(worker));
    }

    private static StepPlan Licensed(long units) =>
        FarmHarness.Needs(FarmHarness.Step(units), new RequirementSpec { Limits = ["licence"] });

    private static StepPlan Tokens(long units, int tokens) => FarmHarness.Needs(
        FarmHarness.Step(units),
        new RequirementSpec { Amounts = [new AmountDemand("amount.tokens", tokens * AmountScale.Factor, null)] });

    private void Define(int count, LimitScope scope) =>
        _farm.DefineLimit(new LimitDefine { Name = "licence", MaxCount = count, CountedPer = scope });

    private SyncWorker Working()
    {
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        return worker;
    }

    private decimal Used() => AmountScale.ToNumber(Assert.Single(_farm.State.LimitUses()).Used);
}
