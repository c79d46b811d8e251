namespace Renderacre.Contracts.Events;

/// <summary>
/// The data of a <c>reset</c> message of <c>GET /v1/events</c>: changes were left out, so read afresh what you show.
/// </summary>
/// <param name="Revision">The revision that the feed goes on after.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record FeedReset(long Revision, string Reason);
