namespace Renderacre.Farm.Events;

/// <summary>A limit was defined or changed.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time, at least 1.</param>
public sealed record LimitDefined(string Name, int MaxCount) : FarmEvent;
