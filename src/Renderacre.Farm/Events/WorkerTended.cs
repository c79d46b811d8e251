using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Events;

/// <summary>Something was decided about a worker.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Row">As it is now.</param>
/// <param name="Action">What is told of it in history, or null for the farm's books alone.</param>
/// <param name="Detail">Why, or what was written; or null.</param>
public sealed record WorkerTended(WorkerId Worker, WorkerRow Row, WorkerAction? Action, string? Detail) : FarmEvent;
