namespace Renderacre.Farm.Orders;

/// <summary>The middle value, then the one after it, the one before it, and so on to both ends.</summary>
internal sealed class MiddleOutOrder(long length) : ValueOrder
{
    private readonly long _middle = (length - 1) / 2;

    /// <inheritdoc/>
    public override long RankOf(long value) => value > _middle ? 2 * (value - _middle) - 1 : 2 * (_middle - value);

    /// <inheritdoc/>
    public override long ValueAt(long rank) => rank % 2 == 1 ? _middle + (rank + 1) / 2 : _middle - rank / 2;

    /// <summary>A chunk goes away from the middle.</summary>
    public override int DirectionAt(long value) => value < _middle ? -1 : 1;
}
