using System.Text.Json;

namespace Renderacre.Contracts.Jobs;

/// <summary>What is to be different in a step of a job; null keeps what it has.</summary>
public sealed record StepEdit
{
    /// <summary>
    /// What workers must have, in place of all that the step has required; an empty one requires nothing.
    /// </summary>
    public Requirements? Requirements { get; init; }

    /// <summary>Limits that its tasks take one of each, in place of its own; those of its queue stay.</summary>
    public IReadOnlyList<string>? Limits { get; init; }

    /// <summary>
    /// Other values of task parameters, by name: a range expression such as <c>"1-120,130"</c> for whole numbers, or a
    /// list. Tasks that there were stay what they are, those that there are no more are removed.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? Ranges { get; init; }

    /// <summary>Values of a chunk, 1 or more; of chunks that the farm cuts, before any has run.</summary>
    public long? DefaultTaskCount { get; init; }

    /// <summary>Of chunks that the farm cuts: seconds that one is to run, 1 or more.</summary>
    public long? TargetRuntimeSeconds { get; init; }
}
