namespace OpenJd.Model.Templates;

/// <summary>How a user interface may show a job parameter. Source: template schemas §2.1 to §2.4.</summary>
public sealed record UserInterfaceHints
{
    /// <summary>The control, given or by default.</summary>
    public required string Control { get; init; }

    /// <summary>The label, or null for the parameter's name.</summary>
    public string? Label { get; init; }

    /// <summary>The group to stand in, or null.</summary>
    public string? GroupLabel { get; init; }

    /// <summary>Of an INT or FLOAT the difference that one step makes, or null.</summary>
    public decimal? SingleStepDelta { get; init; }

    /// <summary>Of a FLOAT the places after the point, or null.</summary>
    public long? Decimals { get; init; }

    /// <summary>Of a PATH to a file the filters of the dialog.</summary>
    public IReadOnlyList<FileFilter> FileFilters { get; init; } = [];

    /// <summary>Of a PATH to a file the filter that the dialog starts with, or null.</summary>
    public FileFilter? FileFilterDefault { get; init; }
}
