namespace Renderacre.Farm.Events;

/// <summary>A limit is no longer shut: its time was over, or a person opened it.</summary>
/// <param name="Name">The limit.</param>
public sealed record LimitReopened(string Name) : FarmEvent;
