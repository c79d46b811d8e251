using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Tests.Stores;

public sealed class SnapshotTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FarmScript _script = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_farm_is_empty()
    {
        using var store = SqliteFarmStore.Open(_folder.File("farm.sqlite3"));

        AssertSame(FarmSnapshot.Empty, store.Load());
        Assert.Null(store.LoadJob(new JobId(1)));
    }

    [Fact]
    public void What_was_committed_is_loaded_again()
    {
        var commit = _script.Start()
            .Open(FarmScript.Session, FarmScript.Job)
            .Add(new SessionReported(FarmScript.Session, 9) { By = default, At = default })
            .Grant(30, FarmScript.UnitAt(0)).Begin(30, FarmScript.UnitAt(0))
            .Grant(31, FarmScript.UnitAt(1), count: 3, number: 2)
            .Unit(FarmScript.UnitAt(1), new UnitRow(false, 1, 1, 2) { RestsUntil = new FarmTime(77), Losses = 2 })
            .Node(Leaf(0, 5))
            .Node(Root([0], []))
            .Take();
        using (var store = SqliteFarmStore.Open(_folder.File("farm.sqlite3")))
            store.Commit(commit);

        using var reopened = SqliteFarmStore.Open(_folder.File("farm.sqlite3"));
        AssertSame(ExpectedOf(commit), reopened.Load());
    }

    [Fact]
    public void A_job_that_has_left_memory_is_loaded_by_itself()
    {
        using var store = SqliteFarmStore.Open(_folder.File("farm.sqlite3"));
        store.Commit(_script.Start().Take());
        var counts = new UnitCounts(0, 0, 0, 10_003, 0, 0);
        store.Commit(_script.Change(FarmScript.Job, JobState.Succeeded, counts, inMemory: false).Take());

        Assert.Empty(store.Load().Jobs);
        var job = store.LoadJob(FarmScript.Job);
        Assert.NotNull(job);
        Assert.Equal(JobState.Succeeded, job.Row.State);
        Assert.Equal(JsonSerializer.Serialize(FarmScript.Plan), JsonSerializer.Serialize(job.Plan));
    }

    [Fact]
    public void The_last_row_of_a_job_and_a_unit_in_a_commit_wins()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start()
            .Unit(FarmScript.UnitAt(1), new UnitRow(false, 1, 1, 1))
            .Unit(FarmScript.UnitAt(1), new UnitRow(true, 2, 2, 2))
            .Change(FarmScript.Job, JobState.Running, new(10_002, 1, 0, 0, 0, 0))
            .Change(FarmScript.Job, JobState.Running, new(10_002, 0, 0, 0, 1, 0)).Take());

        var job = Assert.Single(store.Load().Jobs);
        Assert.Equal(1, job.Row.Counts.Failed);
        Assert.Equal(new UnitRow(true, 2, 2, 2), Assert.Single(job.Units).Value);
    }

    [Fact]
    public void The_last_estimate_of_a_step_in_a_commit_wins()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Add(Estimate(1_000)).Add(Estimate(2_000)).Take());

        var estimate = Assert.Single(Assert.Single(store.Load().Jobs).Estimates);
        Assert.Equal((0, 2_000, 3, 40), (
            estimate.Step, estimate.UnitNanoseconds, estimate.Samples, estimate.LargestChunk));
    }

    [Fact]
    public void A_units_row_of_zeros_is_not_kept()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Unit(FarmScript.UnitAt(1), new UnitRow(true, 1, 1, 1)).Take());
        store.Commit(_script.Unit(FarmScript.UnitAt(1), default).Take());

        Assert.Empty(Assert.Single(store.Load().Jobs).Units);
    }

    [Fact]
    public void A_lease_that_ended_or_was_handed_back_is_live_no_more()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Open(FarmScript.Session, FarmScript.Job)
            .Grant(30, FarmScript.UnitAt(0)).Grant(31, FarmScript.UnitAt(1)).Grant(32, FarmScript.UnitAt(2)).Take());
        store.Commit(_script.Begin(30, FarmScript.UnitAt(0)).End(30, FarmScript.UnitAt(0))
            .Add(new LeaseHandedBack(new LeaseId(31), FarmScript.UnitAt(1), 1) { By = default, At = default })
            .Add(new LeaseStopping(new LeaseId(32), true) { By = default, At = default })
            .Add(new LeaseStopping(new LeaseId(32), false) { By = default, At = default })
            .Add(new SessionEnding(FarmScript.Session) { By = default, At = default }).Take());

        var lease = Assert.Single(store.Load().Leases);
        Assert.Equal((32, true, true), (lease.Granted.Lease.Value, lease.Stopping, lease.Revoked));
        Assert.True(Assert.Single(store.Load().Sessions).Ending);
        var reader = store.OpenReader();
        Assert.Null(reader.Read(q => q.Attempt(new LeaseId(31))));
        Assert.Equal(AttemptState.Succeeded, reader.Read(q => q.Attempt(new LeaseId(30)))?.State);
    }

    [Fact]
    public void A_worker_is_kept_for_a_group_until_that_is_dropped()
    {
        using var store = SqliteFarmStore.OpenMemory();
        var reserved = new WorkerReserved(FarmScript.Worker, FarmScript.Job, 1, 1) { By = default, At = default };
        store.Commit(_script.Start().Add(reserved).Take());
        var loaded = Assert.Single(store.Load().Reservations);
        Assert.Equal(
            (reserved.Worker, reserved.Job, 1, 1), (loaded.Worker, loaded.Job, loaded.Step, loaded.Class));
        store.Commit(_script.Add(new ReservationDropped(FarmScript.Worker) { By = default, At = default }).Take());
        Assert.Empty(store.Load().Reservations);
    }

    [Fact]
    public void A_closed_session_is_not_loaded()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Open(FarmScript.Session, FarmScript.Job).Take());
        store.Commit(_script.Add(new SessionClosed(FarmScript.Session, "idle") { By = default, At = default }).Take());

        Assert.Empty(store.Load().Sessions);
    }

    [Fact]
    public void Nodes_left_over_below_a_uniform_node_are_not_loaded()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(_script.Start().Node(Leaf(1, 5)).Node(Root([1], [])).Take());
        store.Commit(_script.Node(Root([1], [1])).Take());

        var node = Assert.Single(Assert.Single(store.Load().Jobs).Nodes);
        Assert.Equal(1, node.Level);
    }

    private static StepEstimated Estimate(long unitNanoseconds) =>
        new(FarmScript.Job, 0, unitNanoseconds, 3, 40) { By = default, At = default };

    private static BitmapNodeRow Leaf(long position, int bit)
    {
        var data = new byte[512];
        data[bit / 8] |= (byte)(1 << (bit % 8));
        return new BitmapNodeRow(FarmScript.Job, 0, UnitBitmapKind.Succeeded, 0, position, data);
    }

    private static BitmapNodeRow Root(int[] any, int[] full)
    {
        var data = new byte[16];
        foreach (var child in any)
            data[child / 8] |= (byte)(1 << (child % 8));
        foreach (var child in full)
            data[8 + (child / 8)] |= (byte)(1 << (child % 8));
        return new BitmapNodeRow(FarmScript.Job, 0, UnitBitmapKind.Succeeded, 1, 0, data);
    }

    private static FarmSnapshot ExpectedOf(FarmCommit commit)
    {
        var row = commit.Events.OfType<JobChanged>().Last();
        var submitted = commit.Events.OfType<JobSubmitted>().Single();
        var units = commit.Events.OfType<UnitChanged>().Select(e => KeyValuePair.Create(e.Unit, e.Row));
        var granted = commit.Events.OfType<LeaseGranted>().ToList();
        var began = commit.Events.OfType<LeaseBegan>().Single();
        return new FarmSnapshot
        {
            Revision = commit.Revision,
            Time = granted[^1].At,
            NextId = commit.NextId,
            Limits = [new LimitRow("nuke", 2), new LimitRow("tape", 1) { CountedPer = LimitScope.Host }],
            Workers = [new(FarmScript.Worker, FarmScript.WorkerRow)],
            Jobs =
            [
                new JobSnapshot(
                    FarmScript.Job, FarmScript.Plan, row, submitted.At, [.. units],
                    [.. commit.Nodes.OrderByDescending(node => node.Level)]),
            ],
            Sessions = [new SessionSnapshot(commit.Events.OfType<SessionOpened>().Single(), false, 9)],
            Leases =
            [
                new LeaseSnapshot(granted[0], began.At, false, false),
                new LeaseSnapshot(granted[1], null, false, false),
            ],
        };
    }

    // The records hold lists, which compare by reference: their JSON tells all that is in them.
    private static void AssertSame(FarmSnapshot expected, FarmSnapshot actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
