namespace Renderacre.Contracts.Limits;

/// <summary>How much of a limit a job holds.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Job">Its name.</param>
/// <param name="Held">How much; where workers are counted, a worker with several jobs counts for each.</param>
public sealed record LimitHolder(Guid JobId, string Job, decimal Held);
