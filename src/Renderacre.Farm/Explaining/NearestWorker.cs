using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Explaining;

/// <summary>The worker that lacks least.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Name">Its name.</param>
/// <param name="Misses">What it lacks.</param>
public sealed record NearestWorker(WorkerId Worker, string Name, IReadOnlyList<WorkerMiss> Misses);
