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
    : SessionReport(Session, Number);
