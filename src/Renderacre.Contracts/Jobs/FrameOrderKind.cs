using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>In which order the tasks of a step are given out.</summary>
public enum FrameOrderKind
{
    /// <summary>As they stand in the parameter space.</summary>
    [JsonStringEnumMemberName("forward")]
    Forward,

    /// <summary>The last one first.</summary>
    [JsonStringEnumMemberName("reverse")]
    Reverse,

    /// <summary>Every n-th one first, then those between.</summary>
    [JsonStringEnumMemberName("every")]
    Every,

    /// <summary>From the middle to both sides.</summary>
    [JsonStringEnumMemberName("middle_out")]
    MiddleOut,

    /// <summary>Given frames first, then the others.</summary>
    [JsonStringEnumMemberName("first")]
    First,
}
