using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A session gets no more leases and is asked to run its exit actions.</summary>
/// <param name="Session">The session.</param>
public sealed record SessionEnding(SessionId Session) : FarmEvent;
