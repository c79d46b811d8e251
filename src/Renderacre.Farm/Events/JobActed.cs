using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>Somebody acted on a job; its new row comes as <see cref="JobChanged"/>.</summary>
/// <param name="Job">The job.</param>
/// <param name="Action">What was done.</param>
/// <param name="Detail">More to say, such as the new priority, or null.</param>
public sealed record JobActed(JobId Job, JobAction Action, string? Detail) : FarmEvent;
