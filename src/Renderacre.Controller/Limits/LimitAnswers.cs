using Renderacre.Contracts.Limits;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Writing;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;

namespace Renderacre.Controller.Limits;

/// <summary>Limits as the wire shows them. Who holds them is asked of the farm itself, which counts them.</summary>
/// <param name="writer">Asks the farm.</param>
internal sealed class LimitAnswers(FarmWriter writer)
{
    /// <summary>The limits by name.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<LimitSnapshot>> ListAsync(CancellationToken cancellationToken)
    {
        FarmResult<IReadOnlyList<LimitUse>> uses =
            await writer.DoAsync(Principals.Api, (farm, _) => Uses(farm), null, null, cancellationToken);
        return [.. uses.ValueOrRefuse("limits", "").Select(ToSnapshot)];
    }

    private static FarmResult<IReadOnlyList<LimitUse>> Uses(FarmState farm)
    {
        LimitUse[] uses = [.. farm.LimitUses()];
        return uses;
    }

    private static LimitSnapshot ToSnapshot(LimitUse use) =>
        new(use.Row.Name, use.Row.MaxCount, ToWire(use.Used), ToWire(AvailableOf(use)))
        {
            CountedPer = use.Row.CountedPer,
            Headroom = use.Row.Headroom,
            Source = use.Row.Source,
            Elsewhere = ToWire(use.Row.Report?.Elsewhere ?? 0),
            Report = use.Row.Report is { } report ? ToReport(report) : null,
            Closed = use.Row.Closure is { } closure ? ToClosed(closure) : null,
            Holders = [.. use.Holders.Select(holder =>
                new LimitHolder(holder.Job.ToGuid(), holder.Name, ToWire(holder.Held)))],
        };

    private static long AvailableOf(LimitUse use) => use.Row.Closure is null ? Math.Max(use.Room, 0) : 0;

    private static LimitClosureInfo ToClosed(LimitClosure closure) => new(
        closure.Since.ToUtc(), closure.Until.ToUtc(), closure.Job.ToGuid(), closure.JobName, closure.Message);

    private static LimitReport ToReport(SourceReport report) => new(
        report.Used is { } used ? ToWire(used) : null, report.At?.ToUtc(), report.Failure, report.FailedAt?.ToUtc());

    private static decimal ToWire(long scaled) => AmountScale.ToNumber(scaled);
}
