using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>
/// A session's last exit action has ended and nothing of it runs any more. Its leases that were not reported are lost.
/// </summary>
public sealed record SessionEnded : SyncReport
{
    /// <summary>Why it ended by itself, or null where the farm asked for it.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Whether an environment failed, so that leases without a report fail with <see cref="Message"/>.
    /// </summary>
    public bool Failed { get; init; }

    /// <summary>
    /// The exit code of the enter action that failed; null where none did or no process ran to an end.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ExitCode { get; init; }

    /// <summary>End of the standard output of the enter action that failed, at most 8 KiB, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StdoutTail { get; init; }

    /// <summary>End of the standard error of the enter action that failed, at most 8 KiB, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StderrTail { get; init; }
}
