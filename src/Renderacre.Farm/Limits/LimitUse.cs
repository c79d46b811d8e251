namespace Renderacre.Farm.Limits;

/// <summary>A limit and how much of it is held.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time.</param>
/// <param name="Used">How many are held by sessions.</param>
public readonly record struct LimitUse(string Name, int MaxCount, int Used);
