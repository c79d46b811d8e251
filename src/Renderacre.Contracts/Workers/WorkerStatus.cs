using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Workers;

/// <summary>What a worker is up to, in one word: what was decided about it, else whether it is heard of.</summary>
public enum WorkerStatus
{
    /// <summary>Heard of within the lease time, and given work.</summary>
    [JsonStringEnumMemberName("online")]
    Online,

    /// <summary>Not heard of for longer.</summary>
    [JsonStringEnumMemberName("offline")]
    Offline,

    /// <summary>Taken out of service, and some of its tasks run yet.</summary>
    [JsonStringEnumMemberName("draining")]
    Draining,

    /// <summary>Taken out of service.</summary>
    [JsonStringEnumMemberName("disabled")]
    Disabled,

    /// <summary>Set aside by the farm, since it failed several jobs in a row.</summary>
    [JsonStringEnumMemberName("sick")]
    Sick,

    /// <summary>Shut down by the farm, since it had nothing to do.</summary>
    [JsonStringEnumMemberName("asleep")]
    Asleep,

    /// <summary>Takes no work now, as it says itself: outside its hours, or used by somebody.</summary>
    [JsonStringEnumMemberName("at_rest")]
    AtRest,
}
