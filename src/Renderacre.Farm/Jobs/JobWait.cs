using Renderacre.Contracts.Jobs;

namespace Renderacre.Farm.Jobs;

/// <summary>A dependency on a job that has not been met.</summary>
/// <param name="OnEnd">Whether the job's end is enough, however it ends.</param>
/// <param name="State">
/// The job's state as far as it is known while it is not in memory; null once it was deleted.
/// </param>
public sealed record JobWait(bool OnEnd, JobState? State)
{
    /// <summary>Whether a state is what is waited for.</summary>
    internal bool IsMetBy(JobState? state) => state == JobState.Succeeded
        || (OnEnd && state is JobState.Failed or JobState.Cancelled);
}
