using Renderacre.Farm.Ids;

namespace Renderacre.Storage.Logs;

/// <summary>A log.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Number">The number of that, at least 1.</param>
public readonly record struct LogId(LogKind Kind, long Number)
{
    /// <summary>The log of an attempt.</summary>
    /// <param name="attempt">The attempt, which has its lease's number.</param>
    public static LogId Of(LeaseId attempt) => new(LogKind.Attempt, attempt.Value);

    /// <summary>The log of a session.</summary>
    /// <param name="session">The session.</param>
    public static LogId Of(SessionId session) => new(LogKind.Session, session.Value);
}
