namespace Renderacre.Contracts.Limits;

/// <summary>A limit to define or to change.</summary>
public sealed record LimitDefine
{
    /// <summary>The name, not blank.</summary>
    public required string Name { get; init; }

    /// <summary>How many may be held at a time, at least 1.</summary>
    public required int MaxCount { get; init; }
}
