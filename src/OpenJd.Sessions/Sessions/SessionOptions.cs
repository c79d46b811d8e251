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

    /// <summary>The job's name, as <c>Job.Name</c> gives it; null for commands that are of no template.</summary>
    public string? JobName { get; init; }

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

    /// <summary>
    /// Names of the extensions that the job's template asked for: with EXPR format strings hold expressions, with
    /// REDACTED_ENV_VARS redacted variables are set, with FEATURE_BUNDLE_1 embedded files have their line ends.
    /// </summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>
    /// Whether an enter action goes on to succeed although it sets or unsets a variable by a directive that cannot be
    /// read, as command lines of the specification let it. Else it has failed by that, since later actions would miss
    /// the variable; the specification leaves it open.
    /// </summary>
    public bool IgnoresMalformedVariables { get; init; }

    /// <summary>The most bytes of memory that an action's processes may have together; null for no limit.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Whether the working directory stays after the session's end.</summary>
    public bool KeepWorkingDirectory { get; init; }

    /// <summary>Times timeouts and notify periods.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Starts the processes; see <see cref="ProcessLaunchers.ForThisSystem"/>.</summary>
    public required IProcessLauncher Launcher { get; init; }

    /// <summary>Throws where the id has characters that a folder or a variable might not.</summary>
    /// <exception cref="ArgumentException">It has.</exception>
    internal void RequireValidId()
    {
        const int charactersMax = 128;
        if (SessionId.Length is > 0 and <= charactersMax
            && SessionId.All(character => char.IsAsciiLetterOrDigit(character) || "-_.".Contains(character)))
        {
            return;
        }

        throw new ArgumentException($"{nameof(SessionId)} '{SessionId}' must be 1 to {charactersMax} of ASCII letters, "
            + "digits, '-', '_' and '.'");
    }
}
