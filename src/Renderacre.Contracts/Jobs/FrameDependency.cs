namespace Renderacre.Contracts.Jobs;

/// <summary>
/// Turns a step's dependency into one frame by frame: each of its tasks waits for the one with equal task parameters.
/// </summary>
public sealed record FrameDependency
{
    /// <summary>The step that waits.</summary>
    public required string Step { get; init; }

    /// <summary>The step that it depends on in the template.</summary>
    public required string On { get; init; }
}
