using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>Life of a job, as the v1 wire spells it.</summary>
public enum JobState
{
    /// <summary>Submitted; nothing of it has been leased yet.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>Some task has been leased and the job can go on.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Held back by a person: running tasks finish, none starts.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Every task has succeeded.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>A task has failed for good and nothing of the job can go on.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Cancelled, or ended with cancelled tasks and none failed.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
