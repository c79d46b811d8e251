using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Sync;

/// <summary>What a rule wants done about a failure, beside what is always done.</summary>
public enum FailureRemedy
{
    /// <summary>It is tried again without spending a retry.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry,

    /// <summary>It waits for a licence, and is tried again without spending a retry.</summary>
    [JsonStringEnumMemberName("licence")]
    Licence,
}
