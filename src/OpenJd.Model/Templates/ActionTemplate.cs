namespace OpenJd.Model.Templates;

/// <summary>An action. Source: template schemas §5.</summary>
public sealed record ActionTemplate
{
    /// <summary>The command, resolved on the host.</summary>
    public required TemplateString Command { get; init; }

    /// <summary>The arguments, resolved on the host.</summary>
    public IReadOnlyList<TemplateString> Args { get; init; } = [];

    /// <summary>
    /// Seconds after which the action is stopped, a whole number greater than 0 written as such or as a format string
    /// resolved when the job is made (in a wrap hook on the host); null for the action's default.
    /// </summary>
    public TemplateString? Timeout { get; init; }

    /// <summary>How the action is stopped; null means at once.</summary>
    public CancelationMethodTemplate? Cancelation { get; init; }
}
