namespace Renderacre.Farm.Orders;

/// <summary>The last value first.</summary>
internal sealed class ReverseOrder(long length) : ValueOrder
{
    /// <inheritdoc/>
    public override long RankOf(long value) => length - 1 - value;

    /// <inheritdoc/>
    public override long ValueAt(long rank) => length - 1 - rank;

    /// <inheritdoc/>
    public override int DirectionAt(long value) => -1;
}
