namespace Renderacre.Farm.Limits;

/// <summary>What a limit's source answered: a figure, or why there is none.</summary>
/// <param name="Used">How many it tells to be used, scaled; null where it failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
public readonly record struct SourceAnswer(long? Used, string? Failure);
