using System.Text.Json.Serialization;

namespace Renderacre.Contracts.Jobs;

/// <summary>What a job's hook is told of.</summary>
public enum JobHookEvent
{
    /// <summary>The job has ended.</summary>
    [JsonStringEnumMemberName("job_ended")]
    JobEnded,

    /// <summary>A step of it has ended.</summary>
    [JsonStringEnumMemberName("step_ended")]
    StepEnded,
}
