namespace Renderacre.Simulation.Ledgers;

/// <summary>What one step's units of equal requirements are, by numbers.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Class">The class's number, which may be from before an edit.</param>
internal readonly record struct LedgerGroup(long Job, int Step, int Class);
