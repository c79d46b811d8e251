namespace Renderacre.Farm.Events;

/// <summary>A queue was deleted.</summary>
/// <param name="Name">Its name.</param>
public sealed record QueueDeleted(string Name) : FarmEvent;
