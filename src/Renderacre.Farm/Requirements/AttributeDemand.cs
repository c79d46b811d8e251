namespace Renderacre.Farm.Requirements;

/// <summary>An attribute that a worker must have; values are compared without regard to case.</summary>
/// <param name="Name">The label that bears it.</param>
/// <param name="AnyOf">Values of which it must have one; empty for no such demand.</param>
/// <param name="AllOf">Values all of which it must have; empty for no such demand.</param>
public sealed record AttributeDemand(string Name, IReadOnlyList<string> AnyOf, IReadOnlyList<string> AllOf);
