using Renderacre.Farm.Limits;

namespace Renderacre.Farm.Events;

/// <summary>A limit was shut for a while, or for longer than it was.</summary>
/// <param name="Name">The limit.</param>
/// <param name="Closure">Until when, and why.</param>
public sealed record LimitClosed(string Name, LimitClosure Closure) : FarmEvent;
