namespace Renderacre.Farm.Limits;

/// <summary>What a worker holds of a limit that counts hosts.</summary>
/// <param name="Held">The most that a session of it asks for.</param>
/// <param name="Staying">The most that a session of it asks for that is not ending.</param>
internal readonly record struct HostSeat(long Held, long Staying);
