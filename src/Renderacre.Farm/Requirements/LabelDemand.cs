namespace Renderacre.Farm.Requirements;

/// <summary>A label that a worker must have.</summary>
/// <param name="Name">The label, found whatever its case.</param>
/// <param name="Value">The whole value or one of its parts, case and all.</param>
public sealed record LabelDemand(string Name, string Value);
