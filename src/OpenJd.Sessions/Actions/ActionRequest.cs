using OpenJd.Model.Jobs;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Processes;

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
}
