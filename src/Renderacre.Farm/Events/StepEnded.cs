using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>
/// A step has ended: all its units have succeeded, or its job has ended without that. One that goes on again ends
/// again.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="State">Succeeded, or how its job ended.</param>
public sealed record StepEnded(JobId Job, int Step, JobState State) : FarmEvent;
