using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Commits;

/// <summary>Writes live leases and the attempts they make.</summary>
internal sealed class LeaseTables(SqliteDatabase database)
{
    private const double MicrosecondsPerSecond = 1e6;

    private readonly SqliteStatement _insertAttempt = database.Statement("""
        INSERT INTO attempt (id, job, step, first, unit_count, number, worker, session, token_high, token_low, ahead,
          leased_by, state, leased_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        """);

    private readonly SqliteStatement _insertLease = database.Statement(
        "INSERT INTO lease (job, step, first, id, unit_count) VALUES (?1, ?2, ?3, ?4, ?5)");

    private readonly SqliteStatement _raiseLeaseUnitsMax = database.Statement("""
        UPDATE job_step SET lease_units_max = ?3 WHERE job = ?1 AND step = ?2 AND lease_units_max < ?3
        """);

    private readonly SqliteStatement _beginAttempt = database.Statement(
        "UPDATE attempt SET state = ?2, started_at = ?3 WHERE id = ?1");

    private readonly SqliteStatement _beginLease = database.Statement(
        "UPDATE lease SET started_at = ?5 WHERE job = ?1 AND step = ?2 AND first = ?3 AND id = ?4");

    private readonly SqliteStatement _stopLease = database.Statement("""
        UPDATE lease SET stopping = 1, revoked = max(revoked, ?2)
        WHERE (job, step, first, id) = (SELECT job, step, first, id FROM attempt WHERE id = ?1)
        """);

    private readonly SqliteStatement _endAttempt = database.Statement("""
        UPDATE attempt SET state = ?2, ended_at = ?3, failure_summary = ?4, outcome = ?5, exit_code = ?6,
          log_length = ?7, message = ?8, stdout_tail = ?9, stderr_tail = ?10, artifacts = ?11,
          cpu_time = ?12, peak_memory = ?13, bytes_read = ?14, bytes_written = ?15, warnings = ?16
        WHERE id = ?1
        """);

    private readonly SqliteStatement _deleteAttempt = database.Statement("DELETE FROM attempt WHERE id = ?1");

    private readonly SqliteStatement _deleteLease = database.Statement(
        "DELETE FROM lease WHERE job = ?1 AND step = ?2 AND first = ?3 AND id = ?4");

    public void Granted(LeaseGranted lease)
    {
        var first = lease.First;
        _insertAttempt.Set(1, lease.Lease.Value).Set(2, first.Job.Value).Set(3, first.Step).Set(4, first.Unit)
            .Set(5, lease.Count).Set(6, lease.Number).Set(7, lease.Worker.Value).Set(8, lease.Session.Value)
            .Set(9, unchecked((long)lease.Token.High)).Set(10, unchecked((long)lease.Token.Low))
            .Set(11, lease.Ahead).Set(12, lease.By.Name).Set(13, (long)AttemptState.Leased)
            .Set(14, lease.At.Microseconds).Run();
        SetKey(_insertLease, lease.Lease, first).Set(5, lease.Count).Run();
        if (lease.Count > 1)
            _raiseLeaseUnitsMax.Set(1, first.Job.Value).Set(2, first.Step).Set(3, lease.Count).Run();
    }

    public void Began(LeaseBegan begun)
    {
        var at = begun.At.Microseconds;
        _beginAttempt.Set(1, begun.Lease.Value).Set(2, (long)AttemptState.Running).Set(3, at).Run();
        SetKey(_beginLease, begun.Lease, begun.First).Set(5, at).Run();
        Expect.OneChange(database, "lease", begun.Lease.Value);
    }

    public void Stopping(LeaseStopping stopping)
    {
        _stopLease.Set(1, stopping.Lease.Value).Set(2, stopping.Revoked).Run();
        Expect.OneChange(database, "lease", stopping.Lease.Value);
    }

    public void Ended(AttemptEnded ended)
    {
        _endAttempt.Set(1, ended.Lease.Value).Set(2, (long)ended.State).Set(3, ended.At.Microseconds)
            .Set(4, ended.FailureSummary);
        SetResult(ended.Result);
        _endAttempt.Run();
        SetKey(_deleteLease, ended.Lease, ended.First).Run();
        Expect.OneChange(database, "lease", ended.Lease.Value);
    }

    /// <summary>A lease that never started leaves no attempt.</summary>
    public void HandedBack(LeaseHandedBack back)
    {
        _deleteAttempt.Set(1, back.Lease.Value).Run();
        SetKey(_deleteLease, back.Lease, back.First).Run();
        Expect.OneChange(database, "lease", back.Lease.Value);
    }

    private static SqliteStatement SetKey(SqliteStatement statement, LeaseId lease, UnitRef first) =>
        statement.Set(1, first.Job.Value).Set(2, first.Step).Set(3, first.Unit).Set(4, lease.Value);

    private void SetResult(AttemptResult? result)
    {
        _endAttempt.Set(5, (long?)result?.Outcome).Set(6, (long?)result?.ExitCode).Set(7, result?.LogLength)
            .Set(8, result?.Message).Set(9, result?.StdoutTail).Set(10, result?.StderrTail)
            .Set(11, result is null ? null : StorageJson.Write(result.Artifacts))
            .Set(12, (long?)(result?.Usage?.CpuSeconds * MicrosecondsPerSecond))
            .Set(13, result?.Usage?.PeakMemoryBytes)
            .Set(14, result?.Usage?.ReadBytes)
            .Set(15, result?.Usage?.WrittenBytes)
            .Set(16, result is { Warnings.Count: > 0 } ? StorageJson.Write(result.Warnings) : null);
    }
}
