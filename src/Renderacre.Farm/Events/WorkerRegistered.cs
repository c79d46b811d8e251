using Renderacre.Farm.Ids;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Events;

/// <summary>A worker registered, for the first time or anew.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Row">As it is now.</param>
public sealed record WorkerRegistered(WorkerId Worker, WorkerRow Row) : FarmEvent;
