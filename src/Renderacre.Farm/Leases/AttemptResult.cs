using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Farm.Leases;

/// <summary>What a worker says of an attempt's end.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">The exit code, or null where no process ran to an end.</param>
/// <param name="Message">What happened in words, or null.</param>
/// <param name="StdoutTail">End of the standard output, or null.</param>
/// <param name="StderrTail">End of the standard error, or null.</param>
/// <param name="LogLength">Final length of its log in bytes, or null where the worker ships none.</param>
/// <param name="Artifacts">Files it made.</param>
/// <param name="Usage">What it used, or null where nobody told.</param>
public sealed record AttemptResult(
    LeaseOutcome Outcome, int? ExitCode, string? Message, string? StdoutTail, string? StderrTail, long? LogLength,
    IReadOnlyList<TaskArtifact> Artifacts, AttemptUsage? Usage = null)
{
    /// <summary>Whether the session's host died with it, so that it counts as lost.</summary>
    public bool HostDied { get; init; }

    /// <summary>What a rule wants done about the failure, or null.</summary>
    public FailureRemedy? Remedy { get; init; }

    /// <summary>The limit that a rule names by which it failed for want of a licence, or null.</summary>
    public string? LicenceLimit { get; init; }

    /// <summary>What rules warn of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
