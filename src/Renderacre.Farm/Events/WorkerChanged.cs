using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Events;

/// <summary>A worker went offline, or came back.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Row">As it is now.</param>
public sealed record WorkerChanged(WorkerId Worker, WorkerRow Row) : FarmEvent;
