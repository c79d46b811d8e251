using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>A job has ended: nothing of it goes on without a command. One that goes on again ends again.</summary>
/// <param name="Job">The job.</param>
/// <param name="State">How it ended.</param>
public sealed record JobEnded(JobId Job, JobState State) : FarmEvent;
