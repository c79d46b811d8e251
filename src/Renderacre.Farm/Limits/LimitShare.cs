using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Limits;

/// <summary>How much of a limit a job holds.</summary>
/// <param name="Job">The job.</param>
/// <param name="Name">Its name.</param>
/// <param name="Held">
/// How much, scaled; of a limit that counts hosts, a worker with several jobs counts for each of them.
/// </param>
public sealed record LimitShare(JobId Job, string Name, long Held);
