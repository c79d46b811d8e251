namespace OpenJd.Sessions.Actions;

/// <summary>How an action ended.</summary>
public enum ActionState
{
    /// <summary>Exit code 0 and no <c>openjd_fail</c>; also an action that the template does not define.</summary>
    Succeeded,

    /// <summary>Another exit code, a signal, or <c>openjd_fail</c>.</summary>
    Failed,

    /// <summary>It was stopped on request.</summary>
    Canceled,

    /// <summary>It was stopped because its timeout ran out.</summary>
    TimedOut,

    /// <summary>It, or a process below it, was ended for lack of memory.</summary>
    OutOfMemory,

    /// <summary>No process was started; the message tells why.</summary>
    CouldNotStart,
}
