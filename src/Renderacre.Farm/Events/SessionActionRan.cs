using Renderacre.Contracts.Sync;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>An enter or exit action of a session has ended.</summary>
/// <param name="Session">The session.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Entering">Whether it was entered; false means left.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">The exit code, or null.</param>
/// <param name="Message">What happened in words, or null.</param>
public sealed record SessionActionRan(
    SessionId Session, string Environment, bool Entering, LeaseOutcome Outcome, int? ExitCode, string? Message)
    : FarmEvent;
