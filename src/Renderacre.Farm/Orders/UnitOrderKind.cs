namespace Renderacre.Farm.Orders;

/// <summary>In which order the values of a step's ordered parameter come.</summary>
public enum UnitOrderKind
{
    /// <summary>The last one first.</summary>
    Reverse = 1,

    /// <summary>Every n-th one first, then those between.</summary>
    Every,

    /// <summary>From the middle to both sides.</summary>
    MiddleOut,

    /// <summary>Given ones first, then the others as they stand.</summary>
    First,
}
