namespace Renderacre.Storage.Rows;

/// <summary>A limit and how much of it is held.</summary>
/// <param name="Name">The name.</param>
/// <param name="MaxCount">How many may be held at a time.</param>
/// <param name="Used">Live sessions that hold it.</param>
public readonly record struct LimitRow(string Name, int MaxCount, int Used);
