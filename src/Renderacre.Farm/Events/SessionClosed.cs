using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A session has ended and gave back what it held.</summary>
/// <param name="Session">The session.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SessionClosed(SessionId Session, string Reason) : FarmEvent
{
    /// <summary>Whether it was a v1 worker's, which ends with its one lease.</summary>
    public bool SingleTask { get; init; }
}
