using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Syncing;

/// <summary>Nothing of the session runs any more.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">The report's number.</param>
/// <param name="Failed">
/// Whether an environment failed, so that its head lease fails with <paramref name="Message"/>.
/// </param>
/// <param name="Message">Why it ended by itself, or null.</param>
public sealed record SessionEndedReport(SessionId Session, long Number, bool Failed, string? Message)
    : SessionReport(Session, Number)
{
    /// <summary>The exit code of the enter action that failed, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>End of that action's standard output, or null.</summary>
    public string? StdoutTail { get; init; }

    /// <summary>End of that action's standard error, or null.</summary>
    public string? StderrTail { get; init; }
}
