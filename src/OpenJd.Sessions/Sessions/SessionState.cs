namespace OpenJd.Sessions.Sessions;

/// <summary>What a session can do.</summary>
public enum SessionState
{
    /// <summary>It enters environments and runs tasks.</summary>
    Ready,

    /// <summary>An action failed, was canceled or timed out: environments can only be left now.</summary>
    Failed,

    /// <summary>It has ended.</summary>
    Closed,
}
