namespace OpenJd.Model.Jobs;

/// <summary>An action. Source: template schemas §5.</summary>
public sealed record ActionDefinition
{
    /// <summary>The command, a format string resolved on the host.</summary>
    public required string Command { get; init; }

    /// <summary>The arguments, format strings resolved on the host.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Seconds after which the action is stopped, greater than 0; null for no limit.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>
    /// A format string in place of <see cref="TimeoutSeconds"/>, or null. In a job it is one that only the host can
    /// resolve (a wrap hook's may refer to the wrapped action), with the target type <c>int?</c>.
    /// </summary>
    public string? TimeoutFormat { get; init; }

    /// <summary>How the action is stopped; null means <see cref="CancelationMode.Terminate"/>.</summary>
    public CancelationMethod? Cancelation { get; init; }
}
