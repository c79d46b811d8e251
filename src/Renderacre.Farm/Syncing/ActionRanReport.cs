using Renderacre.Contracts.Sync;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Syncing;

/// <summary>An enter or exit action has ended.</summary>
/// <param name="Session">The session.</param>
/// <param name="Number">The report's number.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Entering">Whether it was entered; false means left.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">The exit code, or null.</param>
/// <param name="Message">What happened in words, or null.</param>
public sealed record ActionRanReport(
    SessionId Session, long Number, string Environment, bool Entering, LeaseOutcome Outcome, int? ExitCode,
    string? Message) : SessionReport(Session, Number);
