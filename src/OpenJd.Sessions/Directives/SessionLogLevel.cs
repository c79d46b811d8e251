namespace OpenJd.Sessions.Directives;

/// <summary>Levels of what the runtime says beside the actions' own output, least severe first.</summary>
public enum SessionLogLevel
{
    /// <summary>Everything.</summary>
    Debug,

    /// <summary>The course of the session; the default.</summary>
    Info,

    /// <summary>What may be wrong.</summary>
    Warning,

    /// <summary>What is wrong.</summary>
    Error,
}
