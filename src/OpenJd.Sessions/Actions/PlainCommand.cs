using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Actions;

/// <summary>A command that is run as it stands, without a template: nothing in it is a format string.</summary>
public sealed record PlainCommand
{
    /// <summary>The program: a path, or a name looked up in the command's PATH.</summary>
    public required string Executable { get; init; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Variables set beside those of the session.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it starts; relative to the session's working directory, which is the default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Seconds after which it is stopped, greater than 0; null for no limit.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>How it is stopped; null means <see cref="CancelationMode.Terminate"/>.</summary>
    public CancelationMethod? Cancelation { get; init; }
}
