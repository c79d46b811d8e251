using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A worker is kept for a group that needs more of it at once than ever became free.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Class">The number of the requirement class in the step.</param>
public sealed record WorkerReserved(WorkerId Worker, JobId Job, int Step, int Class) : FarmEvent;
