namespace Renderacre.Storage.Rows;

/// <summary>A step of a job, without its plan.</summary>
/// <param name="Step">Its place in the job.</param>
/// <param name="Name">The name; empty for direct tasks.</param>
/// <param name="UnitCount">How many units it ever had; those that edits have removed are marked in a bitmap.</param>
/// <param name="LeaseUnitsMax">Units of the largest lease it may have had.</param>
public readonly record struct StepRow(int Step, string Name, long UnitCount, long LeaseUnitsMax);
