namespace Renderacre.Storage.Rows;

/// <summary>The number of an attempt at units of a step.</summary>
/// <param name="First">The first of the units.</param>
/// <param name="Count">How many they are, at least 1.</param>
/// <param name="Number">The attempt's number, at least 1.</param>
public readonly record struct AttemptNumber(long First, long Count, int Number);
