using OpenJd.Expressions.Paths;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Sessions;

/// <summary>What a session is opened with.</summary>
public sealed record SessionOptions
{
    /// <summary>
    /// The session's id, unique on this host: ASCII letters, digits, '-', '_' and '.', 1 to 128 of them.
    /// </summary>
    public required string SessionId { get; init; }

    /// <summary>The folder below which the working directory is made.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The values of the job's parameters.</summary>
    public IReadOnlyList<JobParameter> JobParameters { get; init; } = [];

    /// <summary>Rules applied to PATH values and told to the actions.</summary>
    public IReadOnlyList<PathMappingRule> PathMappingRules { get; init; } = [];

    /// <summary>The variables that every action starts with; null for those of this process.</summary>
    public IReadOnlyDictionary<string, string>? HostVariables { get; init; }

    /// <summary>
    /// The variable that marks the session's processes with <see cref="SessionId"/>. A second one, with <c>_ACTION</c>
    /// added to its name, numbers the action.
    /// </summary>
    public string MarkerName { get; init; } = "OPENJD_SESSION_ID";

    /// <summary>Whether the working directory stays after the session's end.</summary>
    public bool KeepWorkingDirectory { get; init; }

    /// <summary>Times timeouts and notify periods.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Starts the processes; see <see cref="ProcessLaunchers.ForThisSystem"/>.</summary>
    public required IProcessLauncher Launcher { get; init; }
}
