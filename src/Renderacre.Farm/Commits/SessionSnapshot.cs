using Renderacre.Farm.Events;

namespace Renderacre.Farm.Commits;

/// <summary>A session as storage gives it back.</summary>
/// <param name="Opened">How it was opened.</param>
/// <param name="Ending">Whether it gets no more leases.</param>
/// <param name="LastReport">Number of the newest report applied, 0 before the first.</param>
public sealed record SessionSnapshot(SessionOpened Opened, bool Ending, long LastReport);
