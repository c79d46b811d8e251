using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Actions;

/// <summary>An action with all its format strings resolved.</summary>
/// <param name="Plan">Which kind of action it is.</param>
/// <param name="Command">The command.</param>
/// <param name="Args">The arguments.</param>
/// <param name="TimeoutSeconds">Its own timeout, or null.</param>
/// <param name="Cancelation">Its own cancelation method, or null.</param>
internal sealed record ResolvedAction(
    ActionPlan Plan, string Command, IReadOnlyList<string> Args, long? TimeoutSeconds, CancelationMethod? Cancelation);
