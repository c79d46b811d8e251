using Renderacre.Cli.Ids;
using Renderacre.Contracts.Workers;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>Workers as rows.</summary>
internal static class WorkerTable
{
    /// <summary>The columns' names.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["ID", "NAME", "STATE", "SLOTS", "USED", "LAST SEEN", "LABELS"];

    /// <summary>A row for each worker.</summary>
    /// <param name="workers">The workers.</param>
    /// <param name="zone">The zone that times are shown in.</param>
    public static IEnumerable<Text[]> Rows(IReadOnlyList<WorkerInfo> workers, TimeZoneInfo zone)
    {
        var ids = new ShortIds(workers.Select(worker => worker.Id));
        return workers.Select(worker => Row(worker, ids, zone));
    }

    private static Text[] Row(WorkerInfo worker, ShortIds ids, TimeZoneInfo zone) =>
    [
        Cell.Of(ids.Of(worker.Id)), Cell.Of(worker.Name), Cell.Of(WorkerReport.StatusOf(worker)),
        Cell.Of(worker.Capacity.Slots ?? 1),
        Cell.Of(worker.SlotsUsed), Cell.Of(worker.LastSeenAt, zone),
        Cell.Of(string.Join(' ',
            worker.Labels.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"))),
    ];
}
