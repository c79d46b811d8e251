namespace Renderacre.Storage.Logs;

/// <summary>What a log is of.</summary>
public enum LogKind
{
    /// <summary>An attempt; its number is the lease's.</summary>
    Attempt,

    /// <summary>A session.</summary>
    Session,
}
