using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Events;

/// <summary>A job entered the farm.</summary>
/// <param name="Job">The job.</param>
/// <param name="Plan">What the farm knows of it.</param>
/// <param name="Document">The edge's versioned document of the job, kept and never read by the farm.</param>
public sealed record JobSubmitted(JobId Job, JobPlan Plan, ReadOnlyMemory<byte> Document) : FarmEvent
{
    /// <summary>The job of which it is a copy whose succeeded units have succeeded in it as well, or null.</summary>
    public JobId? SucceededAsIn { get; init; }
}
