namespace Renderacre.Farm.Events;

/// <summary>A share was given a weight; its new row comes as <see cref="ShareChanged"/>.</summary>
/// <param name="Name">The owner or project.</param>
/// <param name="Weight">The weight.</param>
public sealed record ShareDefined(string Name, int Weight) : FarmEvent;
