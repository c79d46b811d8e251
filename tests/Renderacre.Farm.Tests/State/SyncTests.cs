using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

public sealed class SyncTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Nobody_leases_or_says_that_it_is_there_in_the_name_of_a_worker_that_syncs()
    {
        _farm.Submit(FarmHarness.Step(1));
        SyncWorker worker = _farm.RegisterSync();
        Assert.Equal(
            FarmErrorKind.StateConflict, _farm.Refused(farm => farm.LeaseNext(_farm.Context, worker.Id)));
        Assert.Equal(
            FarmErrorKind.StateConflict, _farm.Refused(farm => farm.Heartbeat(_farm.Context, worker.Id)));
        Assert.Empty(_farm.Events.OfType<LeaseGranted>());
    }

    [Fact]
    public void An_idle_worker_is_given_work_when_it_appears()
    {
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Assert.Empty(worker.Leases);
        _farm.State.TakeWorkersWithNews();
        _farm.Submit(FarmHarness.Step());
        Assert.Equal([worker.Id], _farm.State.TakeWorkersWithNews());
        worker.Receive();
        Assert.Single(worker.Sessions);
        Assert.Single(worker.Leases);
    }

    [Fact]
    public void A_lease_that_is_handed_back_after_its_start_leaves_its_attempt_on_record()
    {
        _farm.Submit(FarmHarness.Step(1, retries: 1));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted lease = worker.Leases[0];
        worker.Start(lease).Return(lease).Sync();
        Assert.Equal(AttemptState.Expired, _farm.Store.Attempts[lease.Lease.Value]);
        Assert.Equal(1, _farm.Store.UnitRow(lease.First).FailuresSpent);
    }

    [Fact]
    public void One_session_runs_unit_after_unit_with_a_lease_ahead()
    {
        JobId job = _farm.Submit(FarmHarness.Step(5));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Assert.Equal([false, true], worker.Leases.Select(lease => lease.Ahead));
        while (worker.Leases.Count > 0)
        {
            worker.Start(worker.Leases[0]).Complete(worker.Leases[0]);
            worker.Sync();
        }

        Assert.Single(worker.Sessions);
        Assert.Equal(worker.Sessions[0].Session, Assert.Single(worker.Ending));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        worker.End(worker.Sessions[0].Session).Sync();
        Assert.False(_farm.State.Holds(job));
        Assert.Equal(5, _farm.Store.Attempts.Count);
    }

    [Theory]
    [InlineData(1, 128)]
    [InlineData(10, 14)]
    [InlineData(1000, 1)]
    public void A_session_holds_as_many_leases_ahead_as_run_in_150_milliseconds(int milliseconds, int ahead)
    {
        _farm.Submit(FarmHarness.Step(1000));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        for (int task = 0; task < 50; task++)
        {
            _farm.Advance(milliseconds / 1000.0);
            worker.Start(worker.Leases[0]).Complete(worker.Leases[0]);
            worker.Sync();
        }

        Assert.InRange(worker.Leases.Count - 1, ahead, ahead + 1);
    }

    [Fact]
    public void Idle_workers_come_before_leases_ahead()
    {
        SyncWorker first = _farm.RegisterSync();
        SyncWorker second = _farm.RegisterSync();
        first.Sync();
        second.Sync();
        _farm.Submit(FarmHarness.Step(2));
        first.Receive();
        second.Receive();
        Assert.Single(first.Leases);
        Assert.Single(second.Leases);
    }

    [Fact]
    public void A_lease_ahead_is_asked_back_for_a_worker_that_becomes_idle()
    {
        _farm.Submit(FarmHarness.Step(2));
        SyncWorker busy = _farm.RegisterSync();
        busy.Sync();
        busy.Start(busy.Leases[0]).Sync();
        SyncWorker idle = _farm.RegisterSync();
        idle.Sync();
        busy.Receive();
        LeaseGranted ahead = busy.Leases[1];
        Assert.Equal(ahead.Lease, Assert.Single(busy.Recalled));
        busy.Return(ahead).Sync();
        idle.Receive();
        Assert.Equal(ahead.First, Assert.Single(idle.Leases).First);
        Assert.Equal(2, _farm.Store.Attempts.Count);
        Assert.Equal(1, idle.Leases[0].Number);
    }

    [Fact]
    public void A_request_applied_twice_equals_one()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3, retries: 3));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        worker.Start(worker.Leases[0]).Complete(worker.Leases[0], LeaseOutcome.Failed);
        worker.Sync(answerLost: true);
        worker.Sync(answerLost: true);
        _farm.Rebuild();
        worker.Sync();
        Assert.Equal(1, _farm.Store.UnitRow(new UnitRef(job, 0, 0)).FailuresSpent);
        Assert.Equal(AttemptState.Failed, _farm.Store.Attempts.First().Value);
    }

    [Fact]
    public void A_lost_answer_is_said_again()
    {
        _farm.Submit(FarmHarness.Step());
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync(answerLost: true);
        worker.Sync();
        Assert.Single(worker.Leases);
        worker.Sync();
        Assert.Single(_farm.Store.Attempts);
    }

    [Fact]
    public void A_failed_task_ends_its_session_and_leases_ahead_leave_no_attempt()
    {
        _farm.Submit(FarmHarness.Step(2));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        (LeaseGranted head, LeaseGranted ahead) = (worker.Leases[0], worker.Leases[1]);
        worker.Start(head).Complete(head, LeaseOutcome.Failed).Return(ahead).End(head.Session).Sync();
        Assert.Equal(TaskState.Failed, _farm.StateOf(head.First));
        LeaseGranted again = Assert.Single(worker.Leases);
        Assert.Equal((ahead.First, 1), (again.First, again.Number));
        Assert.NotEqual(head.Session, again.Session);
    }

    [Fact]
    public void A_session_whose_environment_failed_fails_its_lease_with_the_message()
    {
        _farm.Submit(FarmHarness.Step());
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted lease = worker.Leases[0];
        worker.End(lease.Session, failed: true, "environment Maya: exited with code 3").Sync();
        Assert.Equal(TaskState.Failed, _farm.StateOf(lease.First));
        Assert.Equal(
            "environment Maya: exited with code 3", _farm.Events.OfType<AttemptEnded>().Single().FailureSummary);
    }

    [Fact]
    public void What_a_failed_environment_wrote_is_kept_with_the_attempt_that_it_failed()
    {
        _farm.Submit(FarmHarness.Step(1));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        worker.FailToEnter(worker.Leases[0].Session, "environment Maya: no", 3, "reading\n", "no licence\n").Sync();
        AttemptEnded ended = _farm.Events.OfType<AttemptEnded>().Single();
        Assert.Equal("environment Maya: no", ended.FailureSummary);
        Assert.Equal(
            (LeaseOutcome.Failed, 3, "reading\n", "no licence\n"),
            (ended.Result!.Outcome, ended.Result.ExitCode, ended.Result.StdoutTail, ended.Result.StderrTail));
    }

    [Fact]
    public void A_restarted_worker_keeps_the_sessions_it_still_has_and_loses_the_others()
    {
        _farm.Submit(FarmHarness.Step(4, retries: 1) with { MaxRetries = 1 });
        SyncWorker worker = _farm.RegisterSync(2);
        worker.Sync();
        Assert.Equal(2, worker.Sessions.Count);
        LeaseGranted kept = worker.Leases.First(lease => lease.Session == worker.Sessions[0].Session);
        LeaseGranted lost = worker.Leases.First(lease => lease.Session == worker.Sessions[1].Session);
        worker.Start(kept).Start(lost).Sync();
        worker.Sessions.RemoveAt(1);
        worker.Leases.RemoveAll(lease => lease.Session == lost.Session);
        worker.Accepting = false;
        worker.Sync(tellSessions: true);
        Assert.Equal(TaskState.Running, _farm.StateOf(kept.First));
        Assert.Equal(TaskState.Pending, _farm.StateOf(lost.First));
        Assert.Equal(AttemptState.Expired, _farm.Store.Attempts[lost.Lease.Value]);
    }

    [Fact]
    public void Sessions_of_a_silent_worker_are_lost_and_it_is_told_to_forget_them()
    {
        _farm.Submit(FarmHarness.Step(2, retries: 1));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        worker.Start(worker.Leases[0]).Sync();
        (LeaseGranted head, LeaseGranted ahead) = (worker.Leases[0], worker.Leases[1]);
        _farm.Advance(121);
        _farm.EndBatch();
        Assert.Equal(1, _farm.Store.UnitRow(head.First).FailuresSpent);
        Assert.Equal(0, _farm.Store.UnitRow(ahead.First).FailuresSpent);
        worker.Accepting = false;
        worker.Complete(head).Sync();
        Assert.Equal(head.Session, Assert.Single(worker.Forgotten));
        Assert.Equal(TaskState.Pending, _farm.StateOf(head.First));
    }

    [Fact]
    public void A_report_that_leaves_one_out_changes_nothing()
    {
        _farm.Submit(FarmHarness.Step());
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted lease = worker.Leases[0];
        worker.Start(lease).SkipNumber(lease.Session).Complete(lease);
        Assert.Equal(FarmErrorKind.Invalid, worker.Refused());
        Assert.Equal(TaskState.Leased, _farm.StateOf(lease.First));
    }

    [Fact]
    public void A_cancel_reaches_the_worker_and_ends_the_session()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted head = worker.Leases[0];
        worker.Start(head).Sync();
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        worker.Receive();
        Assert.Equal(2, worker.Cancelled.Count);
        Assert.Contains(head.Session, worker.Ending);
        worker.Return(worker.Leases[1]).Complete(head, LeaseOutcome.Cancelled).End(head.Session).Sync();
        Assert.Equal(AttemptState.Cancelled, Assert.Single(_farm.Store.Attempts).Value);
        Assert.False(_farm.State.Holds(job));
    }

    [Fact]
    public void A_task_that_the_worker_stopped_by_itself_spends_nothing()
    {
        _farm.Submit(FarmHarness.Step());
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted lease = worker.Leases[0];
        worker.Accepting = false;
        worker.Start(lease).Complete(lease, LeaseOutcome.Cancelled).End(lease.Session).Sync();
        Assert.Equal(TaskState.Pending, _farm.StateOf(lease.First));
        Assert.Equal(0, _farm.Store.UnitRow(lease.First).FailuresSpent);
    }

    [Fact]
    public void A_session_yields_to_more_important_work_after_its_minimum_time()
    {
        _farm.Submit(0, FarmHarness.Step(100));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        JobId urgent = _farm.Submit(9, FarmHarness.Step());
        _farm.Advance(11);
        foreach (LeaseGranted lease in worker.Leases.ToList())
            worker.Start(lease).Complete(lease);
        worker.Sync();
        worker.End(worker.Sessions[0].Session).Sync();
        Assert.Equal(urgent, worker.Leases[0].First.Job);
    }

    [Fact]
    public void A_newer_process_of_a_worker_shuts_the_older_one_out()
    {
        SyncWorker worker = _farm.RegisterSync();
        var again = new WorkerRegistration(
            "worker", new Dictionary<string, string>(), 1, null, worker.Id, new Guid(7, 7, 7, new byte[8]));
        Assert.Equal(worker.Id, _farm.Do(farm => farm.Register(_farm.Context, again)));
        Assert.Equal(FarmErrorKind.OldIncarnation, worker.Refused());
    }
}
