using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Actions;

/// <summary>Asks a running action to stop.</summary>
/// <param name="Reason">How it will have ended.</param>
/// <param name="Method">How it is stopped; null for its own method.</param>
internal readonly record struct StopRequest(ActionState Reason, CancelationMethod? Method)
{
    /// <summary>At once, with its whole tree.</summary>
    public static StopRequest Terminate(ActionState reason) =>
        new(reason, new CancelationMethod(CancelationMode.Terminate, null));
}
