using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Queues;

/// <summary>What becomes of a job that asks for what the farm does not know.</summary>
public enum UnknownNames
{
    /// <summary>It is taken, with a warning.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>It is refused.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,
}
