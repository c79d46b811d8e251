namespace Renderacre.Farm.Events;

/// <summary>A limit was deleted; nothing that waits names it.</summary>
/// <param name="Name">The name.</param>
public sealed record LimitDeleted(string Name) : FarmEvent;
