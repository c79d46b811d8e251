using Renderacre.Farm.Limits;

namespace Renderacre.Farm.Events;

/// <summary>A limit was defined or changed.</summary>
/// <param name="Limit">As it is now.</param>
public sealed record LimitDefined(LimitRow Limit) : FarmEvent;
