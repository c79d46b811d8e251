using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Workers;

/// <summary>Whether a worker is heard of.</summary>
public enum WorkerState
{
    /// <summary>Heard of within the lease time.</summary>
    [JsonStringEnumMemberName("online")]
    Online,

    /// <summary>Not heard of for longer.</summary>
    [JsonStringEnumMemberName("offline")]
    Offline,
}
