using Renderacre.Contracts.Queues;

namespace Renderacre.Farm.Events;

/// <summary>A queue was defined, or changed.</summary>
/// <param name="Queue">The queue as it is now.</param>
public sealed record QueueDefined(FarmQueue Queue) : FarmEvent;
