using Renderacre.Contracts.Jobs;

namespace Renderacre.Contracts.Sync;

/// <summary>A session to open. Exactly one of <see cref="OpenJd"/> and none (direct commands) holds.</summary>
public sealed record SessionAssignment
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The job's name.</summary>
    public required string JobName { get; init; }

    /// <summary>The step's name; of direct tasks empty.</summary>
    public required string StepName { get; init; }

    /// <summary>Path mapping rules for this worker; among equally specific ones the first counts.</summary>
    public IReadOnlyList<PathMapping> PathMappingRules { get; init; } = [];

    /// <summary>
    /// Ids of the worker's graphics cards that the session has, of which there may be none; null where the farm does
    /// not know the worker's cards.
    /// </summary>
    public IReadOnlyList<string>? Gpus { get; init; }

    /// <summary>The OpenJD step, or null for direct commands.</summary>
    public OpenJdSessionWork? OpenJd { get; init; }

    /// <summary>
    /// Bytes of memory that each of its actions is held to, as the farm has reserved them; null where none are asked
    /// for, and of controllers that do not tell.
    /// </summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>
    /// How much more memory it has than its step declares, after lack of it; 1 for as much. For workers that do not
    /// look at <see cref="MemoryLimitBytes"/>.
    /// </summary>
    public double MemoryFactor { get; init; } = 1;

    /// <summary>What its tasks are watched for, or null for nothing.</summary>
    public TaskSupervision? Supervision { get; init; }
}
