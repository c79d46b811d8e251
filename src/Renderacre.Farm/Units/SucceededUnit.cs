using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Units;

/// <summary>A unit that has succeeded, of which the farm itself keeps a bit and nothing else.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="LastNumber">The number of its newest attempt, at least 0.</param>
public readonly record struct SucceededUnit(UnitRef Unit, int LastNumber);
