namespace Renderacre.Farm.Explaining;

/// <summary>What keeps workers, or one of them, from taking a task, in words that people know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The label, attribute or amount, or null.</param>
/// <param name="Wanted">What is asked of it, or null.</param>
/// <param name="Has">What the worker has of it, or null where it has nothing or several workers are meant.</param>
public sealed record WorkerMiss(WorkerObstacleKind Kind, string? Name, string? Wanted, string? Has);
