using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>That a worker has failed a job.</summary>
/// <param name="Job">The job's number; it may be gone.</param>
/// <param name="At">When it last did.</param>
public sealed record WorkerSuspicion(long Job, FarmTime At);
