using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Events;

/// <summary>The row of a unit with a history (failures, earlier attempts) as it is now.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Row">The row.</param>
public sealed record UnitChanged(UnitRef Unit, UnitRow Row) : FarmEvent;
