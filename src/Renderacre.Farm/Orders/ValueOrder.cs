namespace Renderacre.Farm.Orders;

/// <summary>An order of the values 0 to n - 1: each has a rank, and each rank a value.</summary>
internal abstract class ValueOrder
{
    /// <summary>When a value comes, 0 for the first.</summary>
    public abstract long RankOf(long value);

    /// <summary>The value that comes at a rank.</summary>
    public abstract long ValueAt(long rank);

    /// <summary>Where a chunk goes on after a value: 1 upwards, -1 downwards, 0 nowhere.</summary>
    public abstract int DirectionAt(long value);

    /// <summary>The order that a plan asks for.</summary>
    public static ValueOrder Of(UnitOrder order) => order.Kind switch
    {
        UnitOrderKind.Reverse => new ReverseOrder(order.Length),
        UnitOrderKind.Every => new EveryOrder(order.Length, order.Every),
        UnitOrderKind.MiddleOut => new MiddleOutOrder(order.Length),
        UnitOrderKind.First => new FirstOrder(order.First),
    };
}
