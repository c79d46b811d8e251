using Renderacre.Contracts.Sync;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>An enter or exit action that a session has run.</summary>
/// <param name="Number">Its number within the session, from 1.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Entering">Whether it was entered; false means left.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">The exit code, or null.</param>
/// <param name="Message">What happened in words, or null.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record SessionActionRow(
    int Number, string Environment, bool Entering, LeaseOutcome Outcome, int? ExitCode, string? Message,
    FarmTime EndedAt);
