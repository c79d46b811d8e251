using OpenJd.Model.Jobs;

namespace OpenJd.Model.Templates;

/// <summary>A text file that a script comes with. Source: template schemas §6.1.</summary>
public sealed record EmbeddedFileTemplate
{
    /// <summary>The name by which format strings refer to the file.</summary>
    public required string Name { get; init; }

    /// <summary>The file's name on disk, or null for one of the host's choice.</summary>
    public string? Filename { get; init; }

    /// <summary>Whether the file is made executable.</summary>
    public bool Runnable { get; init; }

    /// <summary>The line ends that the file is written with.</summary>
    public EndOfLine EndOfLine { get; init; }

    /// <summary>The contents, resolved on the host.</summary>
    public required TemplateString Data { get; init; }
}
