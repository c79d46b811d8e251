using OpenJd.Model.Jobs;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Redaction;

namespace OpenJd.Sessions.Actions;

/// <summary>An action with everything resolved.</summary>
internal sealed record ActionRequest
{
    public required ProcessSpec Process { get; init; }

    public TimeSpan? Timeout { get; init; }

    public CancelationMethod? Cancelation { get; init; }

    /// <summary>The notify period where neither the template nor the request names one (§5.3.2).</summary>
    public required TimeSpan DefaultNotifyPeriod { get; init; }

    /// <summary>Where cancel_info.json is written.</summary>
    public required string SessionDirectory { get; init; }

    public required IActionObserver Observer { get; init; }

    /// <summary>
    /// Takes the variables of an enter action's directives. Only such an action may set them, and only what it leaves
    /// running in the background goes on after its end.
    /// </summary>
    public VariableLayer? EnteredLayer { get; init; }

    /// <summary>
    /// Keeps the variables that an action told which may not set them: only wrap hooks are told of those.
    /// </summary>
    public VariableLayer? ToldLayer { get; init; }

    /// <summary>Whether redacted variables are set as well; their values are redacted in any case.</summary>
    public bool SetsRedactedVariables { get; init; }

    /// <summary>Whether a directive for a variable that cannot be read fails nothing.</summary>
    public bool IgnoresMalformedVariables { get; init; }

    /// <summary>The session's secrets.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The most memory that the action's tree may have in RAM; null for no limit.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Tells whether the system ended processes for lack of memory.</summary>
    public required OutOfMemoryKills OutOfMemoryKills { get; init; }
}
