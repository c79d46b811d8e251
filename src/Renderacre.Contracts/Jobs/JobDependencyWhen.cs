using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>What of a job is waited for.</summary>
public enum JobDependencyWhen
{
    /// <summary>That all of it has succeeded.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>That it has ended, however that was.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
