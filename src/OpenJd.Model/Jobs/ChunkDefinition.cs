namespace OpenJd.Model.Jobs;

/// <summary>How the values of a CHUNK[INT] parameter are put into chunks. Source: template schemas §3.4.1.5.</summary>
/// <param name="DefaultTaskCount">Values of one chunk, 1 or more.</param>
/// <param name="TargetRuntimeSeconds">
/// Seconds that a chunk is meant to take: its size is then the scheduler's to choose. 0 where the size is fixed.
/// </param>
/// <param name="Constraint">Which values may stand in one chunk.</param>
public sealed record ChunkDefinition(long DefaultTaskCount, long TargetRuntimeSeconds, RangeConstraint Constraint);
