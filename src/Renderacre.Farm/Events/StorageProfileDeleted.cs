namespace Renderacre.Farm.Events;

/// <summary>A storage profile was deleted.</summary>
/// <param name="Name">Its name.</param>
public sealed record StorageProfileDeleted(string Name) : FarmEvent;
