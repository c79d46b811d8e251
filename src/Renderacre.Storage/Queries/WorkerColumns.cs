using Renderacre.Contracts.Workers;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Columns of workers in the order in which they are read here.</summary>
internal static class WorkerColumns
{
    public const string All = "name, labels, slots, identity, incarnation, state, registered_at, last_seen_at, "
        + "storage_profile, gpus, gpu_shares, care";

    public static WorkerRow Read(SqliteStatement row, int start) => new(
        row.Text(start),
        StorageJson.ReadLabels(row.Text(start + 1)),
        row.Int(start + 2),
        StorageJson.ReadIdentity(row.TextOrNull(start + 3)),
        row.IsNull(start + 4) ? null : new Guid(row.Bytes(start + 4), bigEndian: true),
        (WorkerState)row.Int(start + 5),
        new FarmTime(row.Long(start + 6)),
        new FarmTime(row.Long(start + 7)))
    {
        StorageProfile = row.TextOrNull(start + 8),
        Gpus = StorageJson.ReadGpus(row.TextOrNull(start + 9)),
        GpuShares = row.Int(start + 10),
        Care = StorageJson.ReadCare(row.TextOrNull(start + 11)),
    };
}
