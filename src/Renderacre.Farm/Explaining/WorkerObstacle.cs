namespace Renderacre.Farm.Explaining;

/// <summary>What keeps a worker from taking a task, told by its place in what is asked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The place of the label, attribute or amount in the requirements; else 0.</param>
internal readonly record struct WorkerObstacle(WorkerObstacleKind Kind, int Place);
