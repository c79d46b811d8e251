namespace Renderacre.Farm.Commands;

/// <summary>The answer of a command that has nothing to say but that it was carried out.</summary>
public readonly record struct Done;
