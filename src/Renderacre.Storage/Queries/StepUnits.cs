using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Storage.Bitmaps;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>
/// Reads the units of one step: their states follow from bitmaps, unit rows and live leases together.
/// </summary>
internal sealed class StepUnits
{
    private readonly SqliteDatabase _database;
    private readonly JobId _job;
    private readonly StepRow _step;
    private readonly BitmapRows _succeeded;
    private readonly BitmapRows _cancelled;
    private readonly BitmapRows _paused;
    private readonly BitmapRows _removed;

    public StepUnits(SqliteDatabase database, JobId job, StepRow step)
    {
        (_database, _job, _step) = (database, job, step);
        _succeeded = new(step.UnitCount, (level, position) => Node(UnitBitmapKind.Succeeded, level, position));
        _cancelled = new(step.UnitCount, (level, position) => Node(UnitBitmapKind.Cancelled, level, position));
        _paused = new(step.UnitCount, (level, position) => Node(UnitBitmapKind.Paused, level, position));
        _removed = new(step.UnitCount, (level, position) => Node(UnitBitmapKind.Removed, level, position));
    }

    /// <summary>Whether units that edits have taken out of the job are read as well.</summary>
    public bool WithRemoved { get; init; }

    /// <summary>Adds units of wanted states in order, from a place, until there are as many as the limit.</summary>
    public void Collect(long from, UnitStates wanted, int limit, List<UnitView> into)
    {
        while (into.Count < limit && (from = NextPossible(from, wanted)) < _step.UnitCount)
        {
            var end = Math.Min(_step.UnitCount, (from / BitmapRows.BlockUnits + 1) * BitmapRows.BlockUnits);
            if (wanted == UnitStates.All)
                end = Math.Min(end, from + limit - into.Count);
            CollectBlock(from, end, wanted, limit, into);
            from = end;
        }
    }

    /// <summary>Adds wanted units of a stretch within one block.</summary>
    private void CollectBlock(long from, long end, UnitStates wanted, int limit, List<UnitView> into)
    {
        var succeeded = _succeeded.RunAt(from / BitmapRows.BlockUnits);
        var cancelled = _cancelled.RunAt(from / BitmapRows.BlockUnits);
        var paused = _paused.RunAt(from / BitmapRows.BlockUnits);
        var removed = _removed.RunAt(from / BitmapRows.BlockUnits);
        var histories = Histories(from, end);
        var leases = Leases(from, end);
        for (var unit = from; unit < end && into.Count < limit; unit++)
        {
            var row = histories.GetValueOrDefault(unit);
            var lease = leases.GetValueOrDefault(unit);
            var state = StateOf(succeeded.Contains(unit), cancelled.Contains(unit), row, lease);
            var left = removed.Contains(unit);
            if (wanted.Has(state) && (WithRemoved || !left))
                into.Add(View(unit, state, row, lease) with { Paused = paused.Contains(unit), Removed = left });
        }
    }

    private UnitView View(long unit, TaskState state, UnitRow row, LeaseRow? lease) =>
        new(new UnitRef(_job, _step.Step, unit), state, row, lease);

    private static TaskState StateOf(bool succeeded, bool cancelled, UnitRow row, LeaseRow? lease) =>
        succeeded ? TaskState.Succeeded
        : cancelled ? TaskState.Cancelled
        : row.Failed ? TaskState.Failed
        : lease is null ? TaskState.Pending
        : lease.StartedAt is null ? TaskState.Leased
        : TaskState.Running;

    /// <summary>
    /// The first unit from a place on that may be in a wanted state; the step's end where there is none.
    /// </summary>
    private long NextPossible(long from, UnitStates wanted)
    {
        if (wanted == UnitStates.All || from >= _step.UnitCount)
            return from;
        var next = _step.UnitCount;
        if (wanted.Has(TaskState.Pending))
            next = Math.Min(next, Skip(from, b => _succeeded.RunAt(b).IsFull || _cancelled.RunAt(b).IsFull));
        if (wanted.Has(TaskState.Succeeded))
            next = Math.Min(next, Skip(from, block => _succeeded.RunAt(block).IsEmpty));
        if (wanted.Has(TaskState.Cancelled))
            next = Math.Min(next, Skip(from, block => _cancelled.RunAt(block).IsEmpty));
        if (wanted.Has(TaskState.Failed))
            next = Math.Min(next, NextFailed(from));
        if (wanted.Has(TaskState.Leased) || wanted.Has(TaskState.Running))
            next = Math.Min(next, NextLeased(from));
        return next;
    }

    private byte[]? Node(UnitBitmapKind kind, int level, long position)
    {
        var rows = Statement("""
            SELECT data FROM bitmap_node WHERE job = ?1 AND step = ?2 AND kind = ?3 AND level = ?4 AND position = ?5
            """).Set(3, (long)kind).Set(4, level).Set(5, position);
        var data = rows.Read() ? rows.Bytes(0).ToArray() : null;
        rows.Reset();
        return data;
    }

    private Dictionary<long, UnitRow> Histories(long from, long end)
    {
        var histories = new Dictionary<long, UnitRow>();
        var rows = Statement($"""
            SELECT unit, {UnitColumns.All} FROM unit
            WHERE job = ?1 AND step = ?2 AND unit >= ?3 AND unit < ?4
            """).Set(3, from).Set(4, end);
        while (rows.Read())
            histories.Add(rows.Long(0), UnitColumns.Read(rows, 1));
        return histories;
    }

    private Dictionary<long, LeaseRow> Leases(long from, long end)
    {
        var leases = new Dictionary<long, LeaseRow>();
        var rows = Statement("""
            SELECT l.id, l.first, l.unit_count, a.session, a.worker, a.number, a.leased_at, l.started_at, l.stopping
            FROM lease l JOIN attempt a ON a.id = l.id
            WHERE l.job = ?1 AND l.step = ?2 AND l.first > ?3 - ?5 AND l.first < ?4 AND l.first + l.unit_count > ?3
              AND l.revoked = 0
            """).Set(3, from).Set(4, end).Set(5, _step.LeaseUnitsMax);
        while (rows.Read())
        {
            var lease = ReadLease(rows);
            var last = Math.Min(end, lease.First.Unit + lease.Count);
            for (var unit = Math.Max(from, lease.First.Unit); unit < last; unit++)
                leases[unit] = lease;
        }
        return leases;
    }

    private LeaseRow ReadLease(SqliteStatement row) => new(
        new LeaseId(row.Long(0)), new SessionId(row.Long(3)), new WorkerId(row.Long(4)),
        new UnitRef(_job, _step.Step, row.Long(1)), row.Long(2), row.Int(5), new FarmTime(row.Long(6)),
        row.LongOrNull(7) is { } started ? new FarmTime(started) : null, row.Flag(8), Revoked: false);

    private long Skip(long from, Func<long, bool> isUseless)
    {
        while (from < _step.UnitCount && isUseless(from / BitmapRows.BlockUnits))
            from = EndOfRun(from / BitmapRows.BlockUnits) * BitmapRows.BlockUnits;
        return from;
    }

    // Whichever of the two runs is shorter still lies wholly within what was just found useless.
    private long EndOfRun(long block) => Math.Min(_succeeded.RunAt(block).EndBlock, _cancelled.RunAt(block).EndBlock);

    private long NextFailed(long from)
    {
        var rows = Statement("""
            SELECT unit FROM unit WHERE job = ?1 AND step = ?2 AND unit >= ?3 AND failed = 1 ORDER BY unit LIMIT 1
            """).Set(3, from);
        return First(rows);
    }

    private long NextLeased(long from)
    {
        var rows = Statement("""
            SELECT max(first, ?3) FROM lease
            WHERE job = ?1 AND step = ?2 AND first > ?3 - ?4 AND first + unit_count > ?3 AND revoked = 0
            ORDER BY first LIMIT 1
            """).Set(3, from).Set(4, _step.LeaseUnitsMax);
        return First(rows);
    }

    private long First(SqliteStatement rows)
    {
        var first = rows.Read() ? rows.Long(0) : _step.UnitCount;
        rows.Reset();
        return first;
    }

    private SqliteStatement Statement(string sql) =>
        _database.Statement(sql).Set(1, _job.Value).Set(2, _step.Step);
}
