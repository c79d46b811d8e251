namespace Renderacre.Contracts.Sync;

/// <summary>What a session of an OpenJD step needs.</summary>
public sealed record OpenJdSessionWork
{
    /// <summary>
    /// The resolved job with this step alone, as OpenJd.Model writes it (versioned JSON text).
    /// </summary>
    public required string JobDocument { get; init; }

    /// <summary>Files and folders whose changed files are artifacts.</summary>
    public IReadOnlyList<string> ArtifactPaths { get; init; } = [];
}
