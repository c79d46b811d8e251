using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>That a worker takes no new sessions for a while by its own settings.</summary>
/// <param name="Reason">Why, such as <c>outside its hours</c>.</param>
/// <param name="Now">Whether its tasks are to be stopped and given to others, with nothing spent.</param>
public sealed record WorkerRest(string Reason, bool Now)
{
    /// <summary>Until when, where that is known: the use of a machine ends when it ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }
}
