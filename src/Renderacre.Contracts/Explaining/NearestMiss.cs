namespace Renderacre.Contracts.Explaining;

/// <summary>The worker that lacks least to take a task.</summary>
/// <param name="WorkerId">The worker.</param>
/// <param name="Worker">Its name.</param>
/// <param name="Missing">What it lacks, one thing each.</param>
public sealed record NearestMiss(Guid WorkerId, string Worker, IReadOnlyList<string> Missing);
