using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

public sealed class WorkerCareTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_disabled_worker_gets_nothing_until_it_is_enabled_also_after_a_restart()
    {
        SyncWorker worker = _farm.RegisterSync();
        Disable(worker.Id);
        _farm.Submit(FarmHarness.Step());
        worker.Sync();
        Assert.Empty(worker.Leases);
        _farm.Rebuild();
        worker.Sync(tellSessions: true);
        Assert.Empty(worker.Leases);
        _farm.Do(farm => farm.Enable(_farm.Context, worker.Id, null));
        worker.Receive();
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void A_disabled_v1_worker_gets_nothing_until_it_is_enabled()
    {
        WorkerId worker = _farm.Register();
        _farm.Submit(FarmHarness.Step());
        Disable(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.Do(farm => farm.Enable(_farm.Context, worker, null));
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_draining_worker_ends_its_task_and_gives_back_what_is_ahead()
    {
        SyncWorker worker = Busy(units: 3);
        LeaseGranted running = worker.Leases[0];
        Disable(worker.Id);
        worker.Receive();
        Assert.Equal([worker.Leases[1].Lease], worker.Recalled);
        Assert.Empty(worker.Cancelled);
        worker.Return(worker.Leases[1]).Complete(running).Sync();
        Assert.Equal([running.Session], worker.Ending);
        Assert.Empty(worker.Leases);
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(running.First));
    }

    [Fact]
    public void A_worker_that_is_drained_now_hands_its_tasks_back_with_nothing_spent()
    {
        SyncWorker worker = Busy(units: 1);
        LeaseGranted running = worker.Leases[0];
        Disable(worker.Id, now: true);
        worker.Receive();
        Assert.Contains(running.Lease, worker.Cancelled);
        Assert.Contains(running.Session, worker.Ending);
        worker.Complete(running, LeaseOutcome.Cancelled).End(running.Session).Sync();
        Assert.Equal(TaskState.Pending, _farm.StateOf(running.First));
        Assert.Equal(0, _farm.Store.UnitRow(running.First).FailuresSpent);
        Assert.Empty(worker.Leases);
    }

    [Fact]
    public void A_worker_that_is_drained_now_and_is_not_heard_of_again_has_spent_nothing_either()
    {
        SyncWorker worker = Busy(units: 1);
        LeaseGranted running = worker.Leases[0];
        Disable(worker.Id, now: true);
        _farm.Advance(121);
        _farm.EndBatch();
        Assert.Equal(TaskState.Pending, _farm.StateOf(running.First));
        Assert.Equal(0, _farm.Store.UnitRow(running.First).FailuresSpent);
    }

    [Fact]
    public void What_was_decided_and_written_stays_with_a_worker_that_registers_anew()
    {
        SyncWorker worker = _farm.RegisterSync();
        Disable(worker.Id);
        _farm.Do(farm => farm.Note(_farm.Context, worker.Id, "ada", "fan broken"));
        WorkerId again = _farm.Do(farm => farm.Register(_farm.Context, new WorkerRegistration(
            "worker", new Dictionary<string, string>(), 1, null, worker.Id, Guid.AllBitsSet)));
        Assert.Equal(worker.Id, again);
        WorkerCare care = Assert.IsType<WorkerRegistered>(_farm.Events[^1]).Row.Care;
        Assert.Equal((WorkerHoldKind.Disabled, "ada", "smoke"), (care.Hold!.Kind, care.Hold.By, care.Hold.Reason));
        Assert.Equal("fan broken", Assert.Single(care.Notes).Text);
    }

    [Fact]
    public void A_worker_that_has_lost_its_id_takes_the_place_of_its_namesake_that_is_offline()
    {
        WorkerId first = _farm.RegisterNamed("node-7", syncs: true);
        Assert.NotEqual(first, _farm.RegisterNamed("node-7", syncs: true));
        _farm.Advance(121);
        _farm.EndBatch();
        Assert.NotEqual(first, _farm.RegisterNamed("node-8", syncs: true));
        WorkerId back = _farm.RegisterNamed("node-7", syncs: true);
        Assert.True(back.Value <= first.Value + 1, "it is one of the two that were there");
    }

    [Fact]
    public void What_holds_for_a_v1_worker_holds_for_the_next_of_its_name()
    {
        WorkerId first = _farm.RegisterNamed("node-7");
        Disable(first);
        WorkerId second = _farm.RegisterNamed("node-7");
        WorkerId other = _farm.RegisterNamed("node-8");
        _farm.Submit(FarmHarness.Step(2));
        Assert.NotEqual(first, second);
        Assert.Null(_farm.Lease(second));
        Assert.NotNull(_farm.Lease(other));
    }

    [Fact]
    public void A_worker_that_rests_ends_what_runs_or_hands_it_back_at_once_as_it_says()
    {
        SyncWorker worker = Busy(units: 2);
        (worker.Accepting, worker.Rest) = (false, "outside its hours");
        worker.Sync();
        Assert.Empty(worker.Cancelled);
        Assert.Single(worker.Recalled);
        worker.RestsNow = true;
        worker.Sync();
        Assert.Equal(2, worker.Cancelled.Count);
    }

    [Fact]
    public void Explain_names_each_state_and_why()
    {
        SyncWorker draining = Busy(units: 1);
        SyncWorker disabled = _farm.RegisterSync();
        disabled.Sync();
        SyncWorker resting = _farm.RegisterSync();
        Disable(disabled.Id);
        Disable(draining.Id);
        (resting.Accepting, resting.Rest) = (false, "outside its hours");
        resting.Sync();
        JobId job = _farm.Submit(FarmHarness.Step());
        WorkersConsidered workers =
            _farm.State.Explain(_farm.Context, new UnitRef(job, 0, 0)).Value.Workers!; // The task waits.
        Assert.Equal(
            [WorkerObstacleKind.Draining, WorkerObstacleKind.Disabled, WorkerObstacleKind.AtRest],
            workers.Exclusions.Select(exclusion => exclusion.Miss.Kind).Where(kind =>
                kind is WorkerObstacleKind.Draining or WorkerObstacleKind.Disabled or WorkerObstacleKind.AtRest));
        Assert.Contains(workers.Nearest!.Misses[0].Has, new[] { "smoke", "outside its hours" }); // None is able.
    }

    [Fact]
    public void A_worker_that_there_is_not_is_refused()
    {
        var nobody = new WorkerId(99);
        Assert.Equal(FarmErrorKind.NotFound,
            _farm.Refused(farm => farm.Disable(_farm.Context, nobody, false, "ada", null)));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Enable(_farm.Context, nobody, null)));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Note(_farm.Context, nobody, "ada", "x")));
    }

    private void Disable(WorkerId worker, bool now = false) =>
        _farm.Do(farm => farm.Disable(_farm.Context, worker, now, "ada", "smoke"));

    private SyncWorker Busy(long units)
    {
        SyncWorker worker = _farm.RegisterSync();
        _farm.Submit(FarmHarness.Step(units));
        worker.Sync();
        worker.Start(worker.Leases[0]).Sync();
        return worker;
    }
}
