namespace Renderacre.Contracts.Jobs;

/// <summary>A file that a task made.</summary>
public sealed record TaskArtifact
{
    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The path on the worker.</summary>
    public required string Path { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>What kind of file it is, by its ending.</summary>
    public required ArtifactKind Kind { get; init; }

    /// <summary>When the file was last written, or null.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}
