namespace Renderacre.Farm.Ids;

/// <summary>A worker's number, from the farm's one sequence.</summary>
/// <param name="Value">At least 1.</param>
public readonly record struct WorkerId(long Value);
