namespace Renderacre.Farm.Orders;

/// <summary>Values 0, n, 2n and so on first, then those between in order.</summary>
internal sealed class EveryOrder(long length, long every) : ValueOrder
{
    private readonly long _first = (length + every - 1) / every;

    /// <inheritdoc/>
    public override long RankOf(long value) =>
        value % every == 0 ? value / every : _first + value - value / every - 1;

    /// <inheritdoc/>
    public override long ValueAt(long rank) => rank < _first
        ? rank * every
        : rank - _first + (rank - _first) / (every - 1) + 1;

    /// <summary>Those that come first stand alone; a chunk of the others ends before one of them.</summary>
    public override int DirectionAt(long value) => value % every == 0 || (value + 1) % every == 0 ? 0 : 1;
}
