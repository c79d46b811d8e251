using Renderacre.Contracts.Events;

namespace Renderacre.Client;

/// <summary>A moment of the feed of changes.</summary>
/// <param name="Revision">What to go on after when the feed breaks here, or null where none is known yet.</param>
/// <param name="Change">What has changed, or null where all has to be looked at afresh.</param>
public sealed record FeedMoment(long? Revision, FarmChange? Change);
