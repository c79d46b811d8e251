using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Events;

/// <summary>A job began to wait for another, need not wait any more, or no longer depends on it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Dependency">What it depends on.</param>
/// <param name="State">How it stands with that.</param>
public sealed record JobDependencyChanged(JobId Job, JobDependency Dependency, JobDependencyState State) : FarmEvent;
