using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>How often a worker has failed tasks of a job that bounds it, as it is now; 0 is nothing to keep.</summary>
/// <param name="Job">The job.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Failures">How often.</param>
public sealed record WorkerFailedJob(JobId Job, WorkerId Worker, int Failures) : FarmEvent;
