namespace Renderacre.Contracts.Shares;

/// <summary>A weight for an owner or a project.</summary>
public sealed record ShareDefine
{
    /// <summary>The owner or project; empty for jobs that name none.</summary>
    public required string Name { get; init; }

    /// <summary>How much it is due next to others, 1 to 10,000; 100 is usual.</summary>
    public required int Weight { get; init; }
}
