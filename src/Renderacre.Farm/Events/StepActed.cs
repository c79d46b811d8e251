using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>Somebody acted on a step.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Action">What was done.</param>
public sealed record StepActed(JobId Job, int Step, StepAction Action) : FarmEvent;
