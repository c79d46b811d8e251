using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>What a rule for a task's output or exit code does.</summary>
public enum RuleAction
{
    /// <summary>The attempt fails, whatever its exit code.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>The attempt fails, and is tried again without spending a retry.</summary>
    [JsonStringEnumMemberName("retry")]
    Retry,

    /// <summary>The attempt bears a warning.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>
    /// The attempt fails for want of a licence: it is tried again after <c>licence_delay</c> without spending a retry.
    /// </summary>
    [JsonStringEnumMemberName("licence")]
    Licence,

    /// <summary>
    /// The line tells how far the task is: the pattern's one group is a percentage, or its two groups are what is done
    /// and of how much. For output only.
    /// </summary>
    [JsonStringEnumMemberName("progress")]
    Progress,
}
