using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A job that had ended left the farm, with all that is kept of it but its history.</summary>
/// <param name="Job">The job.</param>
/// <param name="Name">Its name.</param>
public sealed record JobDeleted(JobId Job, string Name) : FarmEvent;
