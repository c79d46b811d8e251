using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Tests.Queries;

public sealed class FarmQueriesTests : IDisposable
{
    private readonly SqliteFarmStore _store = SqliteFarmStore.OpenMemory();
    private readonly FarmScript _script = new();
    private readonly IFarmReader _reader;

    public FarmQueriesTests()
    {
        _store.Commit(_script.Start().Take());
        _reader = _store.OpenReader();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Jobs_come_by_priority_then_newest_first_and_page_on()
    {
        for (var job = 11; job <= 14; job++)
            _script.Submit(new JobId(job), FarmScript.Plan with { Priority = job % 2 == 0 ? 5 : -1 });
        _store.Commit(_script.Take());

        Assert.Equal([14, 12, 10, 13, 11], Numbers(_reader.Read(q => q.Jobs(null, 10, JobSearch.Usual))));
        var page = _reader.Read(q => q.Jobs(null, 2, JobSearch.Usual));
        Assert.Equal([10, 13, 11], Numbers(_reader.Read(q => q.Jobs(page[1].Cursor, 10, JobSearch.Usual))));
    }

    [Fact]
    public void Jobs_are_kept_by_state()
    {
        _store.Commit(_script.Submit(new JobId(11), FarmScript.Plan)
            .Change(new JobId(11), JobState.Failed, new UnitCounts(0, 0, 0, 0, 10_003, 0)).Take());

        var search = new JobSearch { States = [JobState.Failed, JobState.Running] };
        Assert.Equal([11], Numbers(_reader.Read(q => q.Jobs(null, 10, search))));
        Assert.Equal([10], Numbers(_reader.Read(q => q.Jobs(null, 10, new JobSearch { States = [JobState.Queued] }))));
    }

    [Fact]
    public void A_job_has_what_it_was_submitted_with()
    {
        var job = _reader.Read(q => q.Job(FarmScript.Job));

        Assert.NotNull(job);
        Assert.Equal(
            ("shot 7", "ann", "film", "night", "für später"),
            (job.Name, job.Owner, job.Project, job.Queue, job.Comment));
        Assert.Equal(["final", "4k"], job.Tags);
        Assert.Equal(10_003, job.Counts.Pending);
        Assert.Equal([1, 2, 3], _reader.Read(q => q.Document(FarmScript.Job)));
        Assert.Equal(
            JsonSerializer.Serialize(FarmScript.Plan),
            JsonSerializer.Serialize(_reader.Read(q => q.Plan(FarmScript.Job))));
        Assert.Equal(
            [new StepRow(0, "Render", 10_000, 1), new StepRow(1, "Sheet", 3, 1)],
            _reader.Read(q => q.Steps(FarmScript.Job)));
    }

    [Fact]
    public void What_does_not_exist_is_null() => _reader.Read(q =>
    {
        Assert.Null(q.Job(new JobId(99)));
        Assert.Null(q.Document(new JobId(99)));
        Assert.Null(q.Plan(new JobId(99)));
        Assert.Null(q.Attempt(new LeaseId(99)));
        Assert.Null(q.Session(new SessionId(99)));
        Assert.Null(q.Worker(new WorkerId(99)));
        Assert.Empty(q.Attempts([FarmScript.UnitAt(0)], 10));
        return true;
    });

    [Fact]
    public void An_attempt_tells_all_that_its_worker_said()
    {
        _store.Commit(_script.Open(FarmScript.Session, FarmScript.Job).Grant(30, FarmScript.UnitAt(0))
            .Begin(30, FarmScript.UnitAt(0)).End(30, FarmScript.UnitAt(0), AttemptState.Failed).Take());

        var attempt = _reader.Read(q => q.Attempt(new LeaseId(30)));

        Assert.NotNull(attempt);
        Assert.Equal((AttemptState.Failed, "it broke"), (attempt.State, attempt.FailureSummary));
        Assert.Equal(new LeaseToken(ulong.MaxValue, 7), attempt.Token);
        Assert.True(attempt.LeasedAt < attempt.StartedAt && attempt.StartedAt < attempt.EndedAt);
        Assert.Equal(JsonSerializer.Serialize(FarmScript.Result), JsonSerializer.Serialize(attempt.Result));
    }

    [Fact]
    public void A_lost_lease_leaves_an_attempt_without_a_result()
    {
        _store.Commit(_script.Open(FarmScript.Session, FarmScript.Job).Grant(30, FarmScript.UnitAt(0))
            .Add(new AttemptEnded(new LeaseId(30), FarmScript.UnitAt(0), 1, AttemptState.Expired, null, "lost")
            {
                By = default,
                At = default,
            }).Take());

        Assert.Null(_reader.Read(q => q.Attempt(new LeaseId(30)))?.Result);
    }

    [Fact]
    public void Attempts_of_units_are_found_also_within_larger_leases()
    {
        _store.Commit(_script.Open(FarmScript.Session, FarmScript.Job)
            .Grant(30, FarmScript.UnitAt(0), count: 10).Grant(31, FarmScript.UnitAt(10), count: 10)
            .Grant(32, FarmScript.UnitAt(40)).Take());

        var attempts = _reader.Read(q => q.Attempts(
            [.. new[] { 40, 1, 9, 10, 50 }.Select(unit => FarmScript.UnitAt(unit))], 10));

        Assert.Equal([30, 31, 32], attempts.Select(attempt => attempt.Attempt.Value));
    }

    [Fact]
    public void Later_attempts_are_told_by_the_newest_number_of_the_units_that_were_leased_together()
    {
        _store.Commit(_script.Open(FarmScript.Session, FarmScript.Job)
            .Grant(30, FarmScript.UnitAt(0), count: 10).Grant(31, FarmScript.UnitAt(0), number: 2)
            .Grant(32, FarmScript.UnitAt(0), number: 3).Grant(33, FarmScript.UnitAt(5), count: 5, number: 2).Take());

        var later = _reader.Read(q => q.LaterAttempts(FarmScript.Job, FarmScript.UnitAt(0).Step));

        Assert.Equal([new AttemptNumber(0, 1, 3), new AttemptNumber(5, 5, 2)], later.OrderBy(each => each.First));
        Assert.Empty(_reader.Read(q => q.LaterAttempts(FarmScript.Job, 99)));
    }

    [Fact]
    public void Sessions_tell_their_actions_and_their_end()
    {
        var ran = new SessionActionRan(FarmScript.Session, "Maya", true, LeaseOutcome.Succeeded, 0, null)
        {
            By = default,
            At = default,
        };
        _store.Commit(_script.Open(FarmScript.Session, FarmScript.Job).Open(new SessionId(21), FarmScript.Job)
            .Add(ran).Add(ran with { Entering = false, Outcome = LeaseOutcome.TimedOut, ExitCode = null })
            .Add(new SessionClosed(FarmScript.Session, "idle") { By = default, At = default }).Take());

        Assert.Equal("idle", _reader.Read(q => q.Session(FarmScript.Session))?.CloseReason);
        Assert.Equal([21], _reader.Read(q => q.LiveSessions(null, 10)).Select(session => session.Session.Value));
        Assert.Equal(
            [20, 21], _reader.Read(q => q.SessionsOfJob(FarmScript.Job, null, 10)).Select(s => s.Session.Value));
        Assert.Equal(
            [(1, true, LeaseOutcome.Succeeded), (2, false, LeaseOutcome.TimedOut)],
            _reader.Read(q => q.SessionActions(FarmScript.Session)).Select(a => (a.Number, a.Entering, a.Outcome)));
    }

    [Fact]
    public void Workers_count_their_live_sessions()
    {
        _store.Commit(_script.Open(new SessionId(20), FarmScript.Job).Open(new SessionId(21), FarmScript.Job)
            .Open(new SessionId(22), FarmScript.Job, step: 1)
            .Add(new SessionClosed(new SessionId(21), "idle") { By = default, At = default }).Take());

        Assert.Equal(2, _reader.Read(q => q.Worker(FarmScript.Worker))?.LiveSessions);
    }

    [Fact]
    public void Limits_come_by_name_as_they_were_defined_last()
    {
        var changed = new LimitRow("nuke", 5) { CountedPer = LimitScope.Task, Headroom = 2 };
        _store.Commit(_script.Add(new LimitDefined(changed) { By = default, At = default })
            .Add(new LimitDeleted("tape") { By = default, At = default }).Take());
        Assert.Equal([changed], _reader.Read(q => q.Limits()));
        Assert.Equal([changed], _store.Load().Limits);
    }

    [Fact]
    public void What_a_limits_source_told_is_kept_and_the_farms_time_goes_on_from_there()
    {
        var report = new SourceReport { Used = 3000, Elsewhere = 2000, NotedAt = new FarmTime(1L << 51) };
        var sourced = new LimitRow("nuke", 5) { Source = new LimitSource { Hook = "seats", CountsFarm = true } };
        _store.Commit(_script.Add(new LimitDefined(sourced) { By = default, At = default })
            .Add(new LimitReported("nuke", report) { By = default, At = default }).Take());
        FarmSnapshot stored = _store.Load();
        Assert.Equal(sourced with { Report = report }, stored.Limits[0]);
        Assert.Equal(report.NotedAt, stored.Time);
    }

    [Fact]
    public void A_limit_that_is_shut_is_kept_so_until_it_is_open_again()
    {
        var closure = new LimitClosure(new FarmTime(5), new FarmTime(9), FarmScript.Job, "shot", "no seat");
        _store.Commit(_script.Add(new LimitClosed("nuke", closure) { By = default, At = default }).Take());
        Assert.Equal(closure, _store.Load().Limits[0].Closure);
        _store.Commit(_script.Add(new LimitReopened("nuke") { By = default, At = default }).Take());
        Assert.Null(_store.Load().Limits[0].Closure);
    }

    [Fact]
    public void Workers_come_by_name_and_page_on()
    {
        foreach (var (number, name) in new[] { (2, "node-2"), (3, "a"), (4, "node-1") })
        {
            var row = FarmScript.WorkerRow with { Name = name, Identity = null, Incarnation = null };
            _script.Add(new WorkerRegistered(new WorkerId(number), row) { By = new Principal("api"), At = default });
        }
        _store.Commit(_script.Take());

        Assert.Equal([3, 1, 4, 2], _reader.Read(q => q.Workers(null, 10)).Select(worker => worker.Worker.Value));
        var page = _reader.Read(q => q.Workers(null, 2));
        Assert.Equal([4, 2], _reader.Read(q => q.Workers(page[1].Cursor, 2)).Select(worker => worker.Worker.Value));
    }

    [Fact]
    public void Totals_follow_every_change_of_a_job_and_a_worker()
    {
        _store.Commit(_script.Submit(new JobId(11), FarmScript.Plan).Open(FarmScript.Session, FarmScript.Job).Take());
        _store.Commit(_script.Change(new JobId(11), JobState.Running, new UnitCounts(10_000, 1, 1, 1, 0, 0))
            .Add(new WorkerRegistered(new WorkerId(2), FarmScript.WorkerRow with { State = WorkerState.Offline })
            {
                By = default,
                At = default,
            }).Take());

        var totals = _reader.Read(q => q.Totals());

        Assert.Equal(
            new Dictionary<JobState, long> { [JobState.Queued] = 1, [JobState.Running] = 1 }, totals.Jobs);
        Assert.Equal(new UnitCounts(20_003, 1, 1, 1, 0, 0), totals.Units);
        Assert.Equal((1, 1, 4, 1), (totals.WorkersOnline, totals.WorkersOffline, totals.SlotsOnline, totals.SlotsUsed));
    }

    [Fact]
    public void The_history_tells_what_happened_in_order()
    {
        _store.Commit(_script
            .Add(new JobActed(FarmScript.Job, JobAction.Reprioritized, "7") { By = new Principal("api"), At = default })
            .Add(new UnitActed(FarmScript.UnitAt(3), UnitAction.Requeued) { By = new Principal("api"), At = default })
            .Open(FarmScript.Session, FarmScript.Job).Grant(30, FarmScript.UnitAt(0), count: 2)
            .End(30, FarmScript.UnitAt(0), AttemptState.Failed, count: 2).Take());

        var events = _reader.Read(q => q.Events(EventCursor.EndOf(1), 10, FarmEventKinds.All));

        Assert.Equal(
            [FarmEventKind.JobReprioritized, FarmEventKind.UnitRequeued, FarmEventKind.SessionOpened,
                FarmEventKind.LeaseGranted, FarmEventKind.AttemptEnded],
            events.Select(e => e.Kind));
        Assert.Equal(("api", "7"), (events[0].By, events[0].Detail));
        Assert.Equal((3L, 0), (events[1].Unit, events[1].Step));
        Assert.Equal((new LeaseId(30), 2L, new WorkerId(1)), (events[3].Lease, events[3].UnitCount, events[3].Worker));
        Assert.Equal(AttemptState.Failed, events[4].AttemptState);
        Assert.Equal(events.Skip(3), _reader.Read(q => q.Events(events[2].Cursor, 10, FarmEventKinds.All)));
        Assert.Equal(events.Skip(3), _reader.Read(q => q.NewestEvents(2, FarmEventKinds.All)));
    }

    [Fact]
    public void A_limit_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _reader.Read(q => q.Jobs(null, 0, JobSearch.Usual)));

    [Fact]
    public async Task Many_threads_read_at_once()
    {
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (_, _) =>
        {
            Assert.Equal(10_003, _reader.Read(q => q.Job(FarmScript.Job))?.Counts.Pending);
            return ValueTask.CompletedTask;
        });
    }

    private static IEnumerable<long> Numbers(IEnumerable<JobRow> jobs) => jobs.Select(job => job.Job.Value);
}
