using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>Life of one attempt at a task, as the v1 wire spells it.</summary>
public enum AttemptState
{
    /// <summary>Given to a worker that has not started it.</summary>
    [JsonStringEnumMemberName("leased")]
    Leased,

    /// <summary>Started.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Ended with exit code 0.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Ended otherwise.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Ended under a cancel.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Its lease was lost.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
