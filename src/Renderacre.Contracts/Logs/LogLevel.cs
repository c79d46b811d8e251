using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Logs;

/// <summary>How grave a log entry is.</summary>
public enum LogLevel
{
    /// <summary>For those who build the farm.</summary>
    [JsonStringEnumMemberName("debug")]
    Debug,

    /// <summary>What goes on.</summary>
    [JsonStringEnumMemberName("info")]
    Info,

    /// <summary>Worth a look.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>Something failed.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
