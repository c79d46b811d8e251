using Renderacre.Farm.Explaining;

namespace Renderacre.Simulation.Checkers;

/// <summary>One thing that keeps a worker from a group.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The label, attribute, amount or limit; empty where there is none.</param>
/// <param name="IsSure">Whether it surely does; else it may, by what is not in the books.</param>
internal readonly record struct WorkerReason(WorkerObstacleKind Kind, string Name = "", bool IsSure = true);
