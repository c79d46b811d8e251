using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Jobs;

/// <summary>What is to be different in a job: a whole new plan, and what it waits for.</summary>
/// <param name="Plan">
/// The plan, made of the one whose revision is one less. Its steps depend on each other as they did; units that there
/// were keep their numbers, and new ones come after them. How classes are numbered the farm works out.
/// </param>
/// <param name="Document">The edge's document that goes with it.</param>
/// <param name="Detail">What is different, for history.</param>
public sealed record PlanEdit(JobPlan Plan, ReadOnlyMemory<byte> Document, string Detail)
{
    /// <summary>The new priority, or null for the one that it has by now.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether sessions end after what they run, so that what comes then starts with what is new.</summary>
    public bool EndsSessions { get; init; }

    /// <summary>Jobs that it is to wait for as well; they are in memory.</summary>
    public IReadOnlyList<JobDependency> Added { get; init; } = [];

    /// <summary>Jobs that it no longer depends on.</summary>
    public IReadOnlyList<JobId> Dropped { get; init; } = [];
}
