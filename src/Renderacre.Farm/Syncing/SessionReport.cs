using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Syncing;

/// <summary>Something that a worker says has happened in a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">Counts from 1 within the session; a number that was applied before is passed over.</param>
public abstract record SessionReport(SessionId Session, long Number);
