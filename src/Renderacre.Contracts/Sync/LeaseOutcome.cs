using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>How a lease's run ended.</summary>
public enum LeaseOutcome
{
    /// <summary>Exit code 0 and no failure said.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Any other end, one that could not start included.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Stopped because the farm asked for it, or the worker shut down.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Stopped because its time was up.</summary>
    [JsonStringEnumMemberName("timed_out")]
    TimedOut,

    /// <summary>It, or a process below it, was ended for lack of memory.</summary>
    [JsonStringEnumMemberName("out_of_memory")]
    OutOfMemory,
}
