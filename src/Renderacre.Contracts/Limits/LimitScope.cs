using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Limits;

/// <summary>What takes a seat of a limit.</summary>
public enum LimitScope
{
    /// <summary>A session, from its opening until it has ended, whatever number of tasks it runs.</summary>
    [JsonStringEnumMemberName("session")]
    Session,

    /// <summary>A task while an attempt of it is leased or runs; leases that wait behind it take none.</summary>
    [JsonStringEnumMemberName("task")]
    Task,

    /// <summary>A worker that has a session, whatever number of sessions it has.</summary>
    [JsonStringEnumMemberName("host")]
    Host,
}
