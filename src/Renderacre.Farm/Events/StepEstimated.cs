using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A step's run-time estimate as it is at the end of a commit; at most one per step and commit.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="UnitNanoseconds">How long one unit runs.</param>
/// <param name="Samples">Attempts that the estimate rests on, counted up to a bound.</param>
/// <param name="LargestChunk">Units of the largest attempt among them.</param>
public sealed record StepEstimated(JobId Job, int Step, long UnitNanoseconds, int Samples, long LargestChunk)
    : FarmEvent;
