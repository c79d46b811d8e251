using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Columns of attempts in the order in which they are read here.</summary>
internal static class AttemptColumns
{
    public const string All =
        "id, job, step, first, unit_count, number, worker, session, token_high, token_low, state, leased_at, "
        + "started_at, ended_at, failure_summary, outcome, exit_code, message, stdout_tail, stderr_tail, log_length, "
        + "artifacts, cpu_time, peak_memory, bytes_read, bytes_written, warnings";

    private const double MicrosecondsPerSecond = 1e6;

    public static AttemptRow Read(SqliteStatement row) => new()
    {
        Attempt = new LeaseId(row.Long(0)),
        First = new UnitRef(new JobId(row.Long(1)), row.Int(2), row.Long(3)),
        Count = row.Long(4),
        Number = row.Int(5),
        Worker = new WorkerId(row.Long(6)),
        Session = new SessionId(row.Long(7)),
        Token = new LeaseToken(unchecked((ulong)row.Long(8)), unchecked((ulong)row.Long(9))),
        State = (AttemptState)row.Int(10),
        LeasedAt = new FarmTime(row.Long(11)),
        StartedAt = row.LongOrNull(12) is { } started ? new FarmTime(started) : null,
        EndedAt = row.LongOrNull(13) is { } ended ? new FarmTime(ended) : null,
        FailureSummary = row.TextOrNull(14),
        Result = ReadResult(row),
    };

    private static AttemptResult? ReadResult(SqliteStatement row) => row.IsNull(15)
        ? null
        : new AttemptResult(
            (LeaseOutcome)row.Int(15), row.IntOrNull(16), row.TextOrNull(17), row.TextOrNull(18), row.TextOrNull(19),
            row.LongOrNull(20), StorageJson.ReadArtifacts(row.TextOrNull(21)), ReadUsage(row))
        {
            Warnings = row.TextOrNull(26) is { } warnings ? StorageJson.ReadTexts(warnings) : [],
        };

    private static AttemptUsage? ReadUsage(SqliteStatement row) => row.IsNull(22)
        ? null
        : new AttemptUsage
        {
            CpuSeconds = row.Long(22) / MicrosecondsPerSecond,
            PeakMemoryBytes = row.Long(23),
            ReadBytes = row.Long(24),
            WrittenBytes = row.Long(25),
        };
}
