namespace Renderacre.Farm.Ids;

/// <summary>
/// A lease's number, from the farm's one sequence. The attempt that the lease makes has the same number.
/// </summary>
/// <param name="Value">At least 1.</param>
public readonly record struct LeaseId(long Value);
