namespace Renderacre.Contracts.Jobs;

/// <summary>Other frames: other values of a task parameter of whole numbers.</summary>
public sealed record FrameEdit
{
    /// <summary>The step, or null for all that have the parameter; these have to have the same values of it.</summary>
    public string? Step { get; init; }

    /// <summary>The task parameter, or null for the first one of whole numbers.</summary>
    public string? Parameter { get; init; }

    /// <summary>All values that it is to have, as a range expression such as <c>1-120,130</c>.</summary>
    public required string Range { get; init; }
}
