using Renderacre.Contracts.Workers;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Queues;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Queries;

/// <summary>The queries on one connection; used within a read transaction.</summary>
internal sealed partial class SqliteFarmQueries(SqliteDatabase database) : IFarmQueries
{
    public SqliteDatabase Database => database;

    public long Revision() => database.Number("SELECT revision FROM meta");

    public IReadOnlyList<LimitRow> Limits() => LimitColumns.ReadAll(database);

    public IReadOnlyList<StorageProfile> StorageProfiles() => NamedQueries.StorageProfiles(database);

    public IReadOnlyList<FarmQueue> Queues() => NamedQueries.Queues(database);

    public FarmTotals Totals()
    {
        var (jobs, units) = JobTotals();
        return new FarmTotals
        {
            Jobs = jobs,
            Units = units,
            WorkersOnline = WorkerNumber("count(*)", WorkerState.Online),
            WorkersOffline = WorkerNumber("count(*)", WorkerState.Offline),
            SlotsOnline = WorkerNumber("coalesce(sum(slots), 0)", WorkerState.Online),
            SlotsUsed = WorkerNumber(
                "count(*)", WorkerState.Online, "JOIN session ON session.worker = worker.id AND closed_at IS NULL"),
        };
    }

    public IReadOnlyList<WorkerView> Workers(WorkerCursor? after, int limit)
    {
        var rows = database.Statement($"""
            {SelectWorker} WHERE (name, id) > (?1, ?2) ORDER BY name, id LIMIT ?3
            """);
        // No worker has the number 0, so that the start lies before the blank name's first worker.
        rows.Set(1, after?.Name ?? "").Set(2, after?.Worker.Value ?? 0).Set(3, Limited(limit));
        return ReadAll(rows, ReadWorker);
    }

    public WorkerView? Worker(WorkerId worker) =>
        ReadOne(database.Statement($"{SelectWorker} WHERE id = ?1").Set(1, worker.Value), ReadWorker);

    private const string SelectWorker =
        "SELECT id, (SELECT count(*) FROM session WHERE worker = worker_row.id AND closed_at IS NULL), "
        + WorkerColumns.All + " FROM worker AS worker_row";

    private static WorkerView ReadWorker(SqliteStatement row) =>
        new(new WorkerId(row.Long(0)), WorkerColumns.Read(row, 2), row.Int(1));

    private (Dictionary<JobState, long> Jobs, UnitCounts Units) JobTotals()
    {
        var jobs = new Dictionary<JobState, long>();
        var units = default(UnitCounts);
        var rows = database.Statement(
            "SELECT state, jobs, pending, leased, running, succeeded, failed, cancelled FROM job_total");
        while (rows.Read())
        {
            if (rows.Long(1) > 0)
                jobs.Add((JobState)rows.Int(0), rows.Long(1));
            units = Sum(units, JobColumns.ReadCounts(rows, 2));
        }
        return (jobs, units);
    }

    private static UnitCounts Sum(UnitCounts a, UnitCounts b) => new(
        a.Pending + b.Pending, a.Leased + b.Leased, a.Running + b.Running, a.Succeeded + b.Succeeded,
        a.Failed + b.Failed, a.Cancelled + b.Cancelled);

    private long WorkerNumber(string what, WorkerState state, string join = "")
    {
        var rows = database.Statement($"SELECT {what} FROM worker {join} WHERE state = ?1").Set(1, (long)state);
        return ReadOne<object>(rows, row => row.Long(0)) is long number ? number : 0;
    }

    private static int Limited(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Math.Min(limit, IFarmQueries.PageMax);
    }

    private static List<T> ReadAll<T>(SqliteStatement rows, Func<SqliteStatement, T> read)
    {
        var all = new List<T>();
        while (rows.Read())
            all.Add(read(rows));
        return all;
    }

    private static T? ReadOne<T>(SqliteStatement rows, Func<SqliteStatement, T> read)
        where T : class
    {
        var one = rows.Read() ? read(rows) : null;
        rows.Reset();
        return one;
    }
}
