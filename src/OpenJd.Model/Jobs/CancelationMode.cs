namespace OpenJd.Model.Jobs;

/// <summary>Methods of stopping an action. Source: template schemas §5.3.</summary>
public enum CancelationMode
{
    /// <summary>The whole tree of processes is ended at once.</summary>
    Terminate,

    /// <summary>The action is notified first and ended after a grace period.</summary>
    NotifyThenTerminate,
}
