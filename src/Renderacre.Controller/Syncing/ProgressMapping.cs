using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;

namespace Renderacre.Controller.Syncing;

/// <summary>What a worker tells of how far its tasks are, from the wire's terms to the controller's.</summary>
internal static class ProgressMapping
{
    private const string Field = "progress";

    /// <summary>Maps what a request tells.</summary>
    /// <param name="progress">What it tells, or null for nothing new.</param>
    /// <exception cref="RefusedException">400: too much of it, or something that is not valid.</exception>
    public static IReadOnlyList<ToldProgress>? Map(IReadOnlyList<LeaseProgress?>? progress)
    {
        if (progress?.Count > SyncProtocol.ProgressMax)
        {
            throw RefusedException.Invalid(
                $"{Field}: has {progress.Count} entries; at most {SyncProtocol.ProgressMax} are possible");
        }

        return progress is null ? null : [.. progress.Select((told, place) => Map(told, $"{Field}[{place}]"))];
    }

    private static ToldProgress Map(LeaseProgress? told, string field)
    {
        if (told is null)
            throw RefusedException.Invalid($"{field}: is null; give a lease's progress");
        if (told.Percent is < 0 or > 100)
            throw RefusedException.Invalid($"{field}.percent: is {told.Percent}; 0 to 100 is wanted");
        if (told.Message?.Length > LeaseProgress.MessageMax)
        {
            throw RefusedException.Invalid($"{field}.message: has {told.Message.Length} characters; at most "
                + $"{LeaseProgress.MessageMax} are possible");
        }

        return WireIds.AsLease(told.LeaseId) is { } lease
            ? new ToldProgress(lease, told.Percent, told.Message)
            : throw RefusedException.Invalid($"{field}.lease_id: {told.LeaseId} is no lease of this farm");
    }
}
