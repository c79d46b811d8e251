using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Logs;

/// <summary>Who wrote a log entry.</summary>
public enum LogSource
{
    /// <summary>The controller.</summary>
    [JsonStringEnumMemberName("controller")]
    Controller,

    /// <summary>A worker.</summary>
    [JsonStringEnumMemberName("worker")]
    Worker,

    /// <summary>A task's process.</summary>
    [JsonStringEnumMemberName("task")]
    Task,
}
