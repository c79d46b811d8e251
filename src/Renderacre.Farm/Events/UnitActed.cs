using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Events;

/// <summary>Somebody acted on one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Action">What was done.</param>
public sealed record UnitActed(UnitRef Unit, UnitAction Action) : FarmEvent;
