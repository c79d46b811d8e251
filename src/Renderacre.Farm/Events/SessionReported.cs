using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>The newest report number of a session that has been applied; at most one per session and commit.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">The number; reports up to it are known.</param>
public sealed record SessionReported(SessionId Session, long Number) : FarmEvent;
