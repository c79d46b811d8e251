using OpenJd.Sessions.Actions;

namespace Renderacre.Worker.Hosts;

/// <summary>Why a session could not be made ready for its tasks.</summary>
/// <param name="Message">Which environment failed and why, in words.</param>
/// <param name="Entering">What came of the enter action that failed, or null where no action was to blame.</param>
internal sealed record EnvironmentFailure(string Message, ActionOutcome? Entering = null);
