using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>Life of a task, as the v1 wire spells it.</summary>
public enum TaskState
{
    /// <summary>Waits: for its turn, for dependencies, or for a retry.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Given to a worker that has not started it.</summary>
    [JsonStringEnumMemberName("leased")]
    Leased,

    /// <summary>Started by its worker.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Ended with exit code 0.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Failed and out of retries.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Cancelled before it succeeded.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
