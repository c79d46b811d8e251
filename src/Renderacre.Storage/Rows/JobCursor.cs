using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Rows;

/// <summary>A place in the list of jobs.</summary>
/// <param name="Priority">The priority of the job there.</param>
/// <param name="Job">The job there.</param>
public readonly record struct JobCursor(int Priority, JobId Job);
