namespace OpenJd.Model.Jobs;

/// <summary>A text file written into the session's working directory. Source: template schemas §6.</summary>
public sealed record EmbeddedFile
{
    /// <summary>The name by which format strings refer to the file.</summary>
    public required string Name { get; init; }

    /// <summary>The file's name on disk, or null for one of the host's choice.</summary>
    public string? Filename { get; init; }

    /// <summary>Whether the file is made executable.</summary>
    public bool Runnable { get; init; }

    /// <summary>The contents, a format string resolved on the host.</summary>
    public required string Data { get; init; }

    /// <summary>The file's line ends.</summary>
    public EndOfLine EndOfLine { get; init; }
}
