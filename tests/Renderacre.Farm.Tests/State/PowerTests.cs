using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

public sealed class PowerTests
{
    private static readonly (string, string) Managed = ("power", "managed");

    private readonly FarmHarness _farm =
        new(new FarmSettings { IdleShutDown = TimeSpan.FromMinutes(10), Wakes = true });

    [Fact]
    public void A_managed_worker_that_has_nothing_to_do_for_long_is_shut_down_and_gets_nothing()
    {
        SyncWorker worker = Idle(600);
        Assert.Equal([WorkerAction.ShutDown], Actions());
        JobId job = _farm.Submit(FarmHarness.Step());
        worker.Sync();
        Assert.Empty(worker.Leases);
        Assert.NotNull(_farm.Lease(_farm.Register()));
        Assert.NotEqual(default, job);
    }

    [Fact]
    public void A_worker_that_has_not_asked_for_it_is_left_alone()
    {
        SyncWorker own = _farm.RegisterSync();
        Sleep(1300, own);
        Assert.DoesNotContain(_farm.Store.Snapshot().Workers, entry => entry.Value.Care.AsleepSince is not null);
    }

    [Fact]
    public void A_worker_that_has_worked_lately_is_left_alone()
    {
        SyncWorker worker = _farm.RegisterSync(1, Managed);
        Sleep(500, worker);
        _farm.Submit(FarmHarness.Step());
        worker.Receive();
        worker.Complete(worker.Leases[0]).End(worker.Sessions[0].Session).Sync();
        Sleep(500, worker);
        Assert.DoesNotContain(_farm.Store.Snapshot().Workers, entry => entry.Value.Care.AsleepSince is not null);
    }

    [Fact]
    public void A_worker_that_was_shut_down_is_woken_when_work_waits_and_not_again_at_once()
    {
        Idle(600);
        _farm.Advance(200);
        _farm.EndBatch();
        _farm.Submit(FarmHarness.Step());
        _farm.Advance(16);
        _farm.EndBatch();
        Assert.Equal([WorkerAction.Woken], Actions());
        _farm.Advance(16);
        _farm.EndBatch();
        Assert.Empty(Actions());
        _farm.Advance(300);
        _farm.EndBatch();
        Assert.Equal([WorkerAction.Woken], Actions());
    }

    [Fact]
    public void A_worker_that_comes_back_sleeps_no_more_also_after_a_restart()
    {
        SyncWorker worker = Idle(600);
        _farm.Advance(200);
        _farm.EndBatch();
        _farm.Rebuild();
        _farm.Submit(FarmHarness.Step());
        worker.Sync(tellSessions: true);
        worker.Sync();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void Nobody_is_woken_for_work_that_they_could_not_run_or_while_disabled()
    {
        SyncWorker worker = Idle(600);
        _farm.Advance(200);
        _farm.EndBatch();
        _farm.Submit(FarmHarness.Needs(
            FarmHarness.Step(), new RequirementSpec { Labels = [new("app", "nuke")] }));
        _farm.Advance(16);
        _farm.EndBatch();
        Assert.Empty(Actions());
        _farm.Do(farm => farm.Disable(_farm.Context, worker.Id, false, "ada", null));
        _farm.Submit(FarmHarness.Step());
        _farm.Advance(16);
        _farm.EndBatch();
        Assert.Empty(Actions());
    }

    [Fact]
    public void A_worker_that_was_not_shut_down_after_all_gets_work_again()
    {
        SyncWorker worker = Idle(600);
        Sleep(620, worker);
        _farm.Submit(FarmHarness.Step());
        worker.Sync();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void A_worker_is_not_woken_while_it_rests_as_far_as_it_has_said()
    {
        SyncWorker worker = Idle(0);
        (worker.Rest, worker.RestUntil) = ("outside its hours", _farm.Context.Now.Plus(TimeSpan.FromHours(1)));
        worker.Accepting = false;
        worker.Sync();
        _farm.Advance(200);
        _farm.EndBatch();
        _farm.Submit(FarmHarness.Step());
        _farm.Advance(3000);
        _farm.EndBatch();
        Assert.Empty(Actions());
        _farm.Advance(500);
        _farm.EndBatch();
        Assert.Equal([WorkerAction.Woken], Actions());
    }

    [Fact]
    public void A_worker_that_rests_for_it_does_not_know_how_long_is_not_woken()
    {
        SyncWorker worker = Idle(0);
        worker.Rest = "somebody uses it";
        worker.Sync();
        _farm.Advance(200);
        _farm.EndBatch();
        _farm.Submit(FarmHarness.Step());
        _farm.Advance(100_000);
        _farm.EndBatch();
        Assert.Empty(Actions());
    }

    [Fact]
    public void A_worker_that_somebody_may_be_using_is_not_shut_down()
    {
        SyncWorker worker = Idle(0);
        (worker.Rest, worker.Accepting) = ("somebody uses it", false);
        for (int passed = 0; passed < 1200; passed += 20)
        {
            Sleep(20, worker);
            Assert.Empty(Actions());
        }

        (worker.Rest, worker.Accepting) = (null, true);
        Sleep(20, worker);
        Assert.Equal([WorkerAction.ShutDown], Actions());
    }

    [Fact]
    public void A_worker_that_rests_until_a_time_is_shut_down_whatever_waits()
    {
        SyncWorker worker = Idle(0);
        (worker.Rest, worker.Accepting) = ("outside its hours", false);
        worker.RestUntil = _farm.Context.Now.Plus(TimeSpan.FromHours(1));
        worker.Sync();
        _farm.Submit(FarmHarness.Step());
        Sleep(580, worker);
        Assert.Empty(Actions());
        _farm.Advance(20);
        worker.Sync();
        Assert.Equal([WorkerAction.ShutDown], Actions());
    }

    private SyncWorker Idle(int seconds)
    {
        SyncWorker worker = _farm.RegisterSync(1, Managed);
        worker.Sync();
        for (int passed = 0; passed < seconds; passed += 60)
        {
            Assert.Empty(Actions());
            _farm.Advance(60);
            worker.Sync();
        }

        return worker;
    }

    private void Sleep(int seconds, params SyncWorker[] workers)
    {
        for (int passed = 0; passed < seconds; passed += 20)
        {
            _farm.Advance(20);
            foreach (SyncWorker worker in workers)
                worker.Sync();
        }
    }

    private List<WorkerAction?> Actions() =>
        [.. _farm.Events.OfType<WorkerTended>().Select(tended => tended.Action).Where(action => action is not null)];
}
