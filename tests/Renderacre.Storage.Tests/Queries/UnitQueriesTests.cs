using CsCheck;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;
using Renderacre.Storage.Tests.Bitmaps;

namespace Renderacre.Storage.Tests.Queries;

public sealed class UnitQueriesTests
{
    private const long Units = 10_000;

    private static readonly Gen<TaskState[]> States =
        from runs in Gen.Select(Gen.Int[0, 5], Gen.Int[1, 4_000]).List[1, 12]
        select Spread(runs);

    [Fact]
    public void Every_filter_finds_just_the_units_in_that_state() => States.Sample(
        states =>
        {
            using var store = SqliteFarmStore.OpenMemory();
            Write(store, states);
            var reader = store.OpenReader();

            Assert.Equal(states, reader.Read(q => q.Units(FarmScript.Job, null, 10_000, null)).Select(u => u.State));
            foreach (var state in Enum.GetValues<TaskState>())
            {
                var expected = Enumerable.Range(0, states.Length).Where(unit => states[unit] == state);
                Assert.Equal(expected, Pages(reader, state).Select(unit => (int)unit.Unit.Unit));
            }
        },
        iter: 8);

    [Fact]
    public void A_page_goes_on_in_the_next_step()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(new FarmScript().Start().Take());

        var page = store.OpenReader().Read(q => q.Units(FarmScript.Job, FarmScript.UnitAt(9_997), 4, null));

        Assert.Equal([(0, 9_998), (0, 9_999), (1, 0), (1, 1)], page.Select(u => (u.Unit.Step, u.Unit.Unit)));
    }

    [Fact]
    public void Units_that_run_or_failed_come_first()
    {
        var script = new FarmScript();
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(script.Start().Open(FarmScript.Session, FarmScript.Job)
            .Grant(30, FarmScript.UnitAt(5_000)).Begin(30, FarmScript.UnitAt(5_000))
            .Unit(FarmScript.UnitAt(7_000), new UnitRow(true, 1, 1, 1))
            .Change(FarmScript.Job, JobState.Running, new UnitCounts(10_001, 0, 1, 0, 1, 0)).Take());

        var page = store.OpenReader().Read(q => q.UnitsThatMatter(FarmScript.Job, 4));

        Assert.Equal(
            [(5_000, TaskState.Running), (7_000, TaskState.Failed), (0, TaskState.Pending), (1, TaskState.Pending)],
            page.Select(u => (u.Unit.Unit, u.State)));
        Assert.Equal(30, page[0].Lease?.Lease.Value);
    }

    [Fact]
    public void Units_that_an_edit_has_removed_are_found_by_themselves_alone()
    {
        var script = new FarmScript();
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(script.Start().Take());
        var sheet = FarmScript.Plan.Steps[1] with
        {
            UnitCount = 2,
            Places = [new PlacedUnits(1, 1), new PlacedUnits(3, 1)],
            MadeCount = 4,
            UnitClasses = null,
            UnitMaxRetries = null,
            UnitDependencies = null,
            Classes = [RequirementSpec.None],
        };
        var plan = FarmScript.Plan with { Revision = 1, Steps = [FarmScript.Plan.Steps[0], sheet] };
        var bits = new byte[512];
        bits.AsSpan().Fill(255);
        bits[0] = 0b1111_0101;
        store.Commit(script
            .Add(new JobEdited(FarmScript.Job, plan, new byte[] { 4 }, "frames") { By = new("api"), At = default })
            .Node(new BitmapNodeRow(FarmScript.Job, 1, UnitBitmapKind.Removed, 0, 0, bits)).Take());
        var reader = store.OpenReader();

        var listed = reader.Read(q => q.Units(FarmScript.Job, FarmScript.UnitAt(9_999), 10, null));
        Assert.Equal([1L, 3], listed.Select(unit => unit.Unit.Unit));
        var first = new UnitRef(FarmScript.Job, 1, 0);
        Assert.Equal(
            new UnitView(first, TaskState.Pending, default, null) { Removed = true }, reader.Read(q => q.Unit(first)));
        Assert.Null(reader.Read(q => q.Unit(first with { Unit = 4 })));
        var loaded = store.LoadJob(FarmScript.Job)!; // It was stored just now.
        Assert.Equal(sheet.Places, loaded.Plan.Steps[1].Places);
        Assert.Equal(UnitBitmapKind.Removed, Assert.Single(loaded.Nodes).Kind);
    }

    [Fact]
    public void A_unit_whose_lease_was_revoked_is_pending()
    {
        var script = new FarmScript();
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(script.Start().Open(FarmScript.Session, FarmScript.Job).Grant(30, FarmScript.UnitAt(2)).Take());
        store.Commit(script.Add(new LeaseStopping(new LeaseId(30), true) { By = default, At = default }).Take());

        var unit = store.OpenReader().Read(q => q.Unit(FarmScript.UnitAt(2)));

        Assert.Equal(new UnitView(FarmScript.UnitAt(2), TaskState.Pending, default, null), unit);
    }

    [Fact]
    public void A_unit_that_does_not_exist_is_null()
    {
        using var store = SqliteFarmStore.OpenMemory();
        store.Commit(new FarmScript().Start().Take());
        var reader = store.OpenReader();

        Assert.Null(reader.Read(q => q.Unit(FarmScript.UnitAt(10_000))));
        Assert.Null(reader.Read(q => q.Unit(FarmScript.UnitAt(-1))));
        Assert.Null(reader.Read(q => q.Unit(FarmScript.UnitAt(0, step: 2))));
        Assert.Empty(reader.Read(q => q.Units(new JobId(99), null, 10, null)));
        Assert.Empty(reader.Read(q => q.UnitsThatMatter(new JobId(99), 10)));
    }

    private static List<UnitView> Pages(IFarmReader reader, TaskState state)
    {
        var all = new List<UnitView>();
        while (reader.Read(q => q.Units(FarmScript.Job, all.LastOrDefault()?.Unit, 777, state)) is { Count: > 0 } page)
            all.AddRange(page);
        return all;
    }

    private static TaskState[] Spread(List<(int State, int Length)> runs) =>
        [.. runs.SelectMany(run => Enumerable.Repeat((TaskState)run.State, run.Length))
            .Concat(Enumerable.Repeat(TaskState.Pending, (int)Units)).Take((int)Units)];

    private static void Write(SqliteFarmStore store, TaskState[] states)
    {
        var plan = new JobPlan { Name = "job", Steps = [new StepPlan { Name = "Step", UnitCount = Units }] };
        var script = new FarmScript().Submit(FarmScript.Job, plan).Open(FarmScript.Session, FarmScript.Job);
        for (var unit = 0; unit < states.Length; unit++)
        {
            if (states[unit] is TaskState.Leased or TaskState.Running)
                script.Grant(100 + unit, FarmScript.UnitAt(unit));
            if (states[unit] is TaskState.Running)
                script.Begin(100 + unit, FarmScript.UnitAt(unit));
            if (states[unit] is TaskState.Failed)
                script.Unit(FarmScript.UnitAt(unit), new UnitRow(true, 1, 1, 1));
        }
        AddNodes(script, UnitBitmapKind.Succeeded, states, TaskState.Succeeded);
        AddNodes(script, UnitBitmapKind.Cancelled, states, TaskState.Cancelled);
        store.Commit(script.Take());
    }

    private static void AddNodes(FarmScript script, UnitBitmapKind kind, TaskState[] states, TaskState state)
    {
        var set = Enumerable.Range(0, states.Length).Where(unit => states[unit] == state).Select(unit => (long)unit);
        foreach (var (place, data) in BitmapNodes.Of(Units, set.ToHashSet()))
            script.Node(new BitmapNodeRow(FarmScript.Job, 0, kind, place.Level, place.Position, data));
    }
}
