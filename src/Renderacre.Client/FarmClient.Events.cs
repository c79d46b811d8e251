using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Renderacre.Contracts.Events;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;

namespace Renderacre.Client;

/// <content>Live changes.</content>
public sealed partial class FarmClient
{
    private const string ResetType = "reset";

    /// <summary>
    /// What changes in the farm, as it changes, until the controller ends it. Whoever comes back after it ended passes
    /// the last revision that came, and gets all that was missed.
    /// </summary>
    /// <param name="after">The revision to go on after, or null for what changes from now on.</param>
    /// <param name="job">The job whose changes are wanted, or null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>
    /// Moments of the feed; the first, without a change, says that the controller has begun to tell. A message that
    /// cannot be read, and a reset, are moments without a change too: whoever shows something looks at it afresh.
    /// </returns>
    public async IAsyncEnumerable<FeedMoment> FollowAsync(
        long? after, Guid? job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new[]
        {
            after is { } revision ? string.Create(CultureInfo.InvariantCulture, $"after={revision}") : null,
            job is { } id ? $"job={id}" : null,
        };
        var path = $"{WirePath.Events}?{string.Join('&', query.OfType<string>())}".TrimEnd('?');
        await foreach (var (lastId, change) in _transport.ReadEventsAsync(path, Parse, cancellationToken)
            .ConfigureAwait(false))
        {
            long? known = long.TryParse(lastId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : after;
            yield return new FeedMoment(known, change?.Change);
        }
    }

    private static Message Parse(string type, ReadOnlySpan<byte> data)
    {
        try
        {
            return new(type == ResetType ? null : JsonSerializer.Deserialize(data, WireJson.Default.FarmChange));
        }
        catch (JsonException)
        {
            // Of a newer controller: that something has changed is what counts.
            return new(null);
        }
    }

    private sealed record Message(FarmChange? Change);
}
