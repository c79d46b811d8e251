using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>Writes workers, limits and shares.</summary>
internal sealed class FarmTables(SqliteDatabase database)
{
    private readonly SqliteStatement _writeWorker = database.Statement(
        """
        INSERT OR REPLACE INTO worker (id, name, labels, slots, identity, incarnation, state, registered_at,
          last_seen_at, storage_profile, gpus, gpu_shares, care)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);

    private readonly SqliteStatement _writeLimit = database.Statement(
        """
        INSERT OR REPLACE INTO limit_definition (name, max_count, counted_per, headroom, source, report, closure)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    private readonly SqliteStatement _writeReport = database.Statement(
        "UPDATE limit_definition SET report = ?2 WHERE name = ?1");

    private readonly SqliteStatement _writeClosure = database.Statement(
        "UPDATE limit_definition SET closure = ?2 WHERE name = ?1");

    private readonly SqliteStatement _deleteLimit = database.Statement(
        "DELETE FROM limit_definition WHERE name = ?1");

    private readonly SqliteStatement _writeShare = database.Statement(
        "INSERT OR REPLACE INTO share VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _reserve = database.Statement(
        "INSERT OR REPLACE INTO reservation VALUES (?1, ?2, ?3, ?4, ?5)");

    private readonly SqliteStatement _dropReservation = database.Statement("DELETE FROM reservation WHERE worker = ?1");

    private readonly SqliteStatement _reserveLimits = database.Statement(
        "INSERT OR REPLACE INTO limit_reservation VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _dropLimits = database.Statement(
        "DELETE FROM limit_reservation WHERE job = ?1 AND step = ?2 AND class = ?3");

    public void Reserved(WorkerReserved reserved) =>
        _reserve.Set(1, reserved.Worker.Value).Set(2, reserved.Job.Value).Set(3, reserved.Step)
            .Set(4, reserved.Class).Set(5, reserved.At.Microseconds).Run();

    public void ReservationDropped(ReservationDropped dropped) =>
        _dropReservation.Set(1, dropped.Worker.Value).Run();

    public void Reserved(LimitReserved reserved) =>
        _reserveLimits.Set(1, reserved.Job.Value).Set(2, reserved.Step).Set(3, reserved.Class)
            .Set(4, reserved.At.Microseconds).Run();

    public void ReservationDropped(LimitReservationDropped dropped) =>
        _dropLimits.Set(1, dropped.Job.Value).Set(2, dropped.Step).Set(3, dropped.Class).Run();

    public void WorkerIs(WorkerId worker, WorkerRow row)
    {
        _writeWorker.Set(1, worker.Value).Set(2, row.Name).Set(3, StorageJson.Write(row.Labels)).Set(4, row.Slots)
            .Set(5, StorageJson.Write(row.Identity)).Set(7, (long)row.State)
            .Set(8, row.RegisteredAt.Microseconds).Set(9, row.LastSeenAt.Microseconds)
            .Set(10, row.StorageProfile).Set(11, StorageJson.Write(row.Gpus)).Set(12, row.GpuShares)
            .Set(13, StorageJson.Write(row.Care));
        if (row.Incarnation is { } incarnation)
            _writeWorker.Set(6, incarnation.ToByteArray(bigEndian: true));
        else
            _writeWorker.SetNull(6);
        _writeWorker.Run();
    }

    public void LimitIs(LimitRow limit) => _writeLimit.Set(1, limit.Name).Set(2, limit.MaxCount)
        .Set(3, (long)limit.CountedPer).Set(4, limit.Headroom).Set(5, StorageJson.Write(limit.Source))
        .Set(6, StorageJson.Write(limit.Report)).Set(7, StorageJson.Write(limit.Closure)).Run();

    public void LimitReported(LimitReported told) =>
        _writeReport.Set(1, told.Name).Set(2, StorageJson.Write(told.Report)).Run();

    public void LimitIsClosed(string name, LimitClosure? closure) =>
        _writeClosure.Set(1, name).Set(2, StorageJson.Write(closure)).Run();

    public void LimitIsNoMore(string name) => _deleteLimit.Set(1, name).Run();

    public void ShareIs(ShareRow row) =>
        _writeShare.Set(1, row.Name).Set(2, row.Weight).Set(3, row.Usage).Set(4, row.Period).Run();
}
