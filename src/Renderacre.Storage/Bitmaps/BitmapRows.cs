using System.Buffers.Binary;
using Renderacre.Storage.Stores;

namespace Renderacre.Storage.Bitmaps;

/// <summary>
/// Reads a step's bitmap from its stored nodes. A leaf (level 0) has the bits of 4,096 units. A node above has two
/// masks over its 64 children, <c>any</c> and <c>full</c>: a child in <c>full</c> is all ones, one in neither is all
/// zeros, and only one that is mixed (in <c>any</c> alone) has a row. Rows below a child that is not mixed are left
/// over from earlier and never read. The root is the smallest level that covers the step; without a root row no bit
/// is set.
/// </summary>
/// <param name="unitCount">Units of the step, at least 1.</param>
/// <param name="node">Gives the data of the node at a level and position, or null where there is none.</param>
public sealed class BitmapRows(long unitCount, Func<int, long, byte[]?> node)
{
    /// <summary>Units of a leaf.</summary>
    public const int BlockUnits = 4096;

    private const int ChildBits = 6;
    private const int ChildMask = 63;

    /// <summary>The level of the root: the smallest that covers all units.</summary>
    /// <param name="unitCount">Units of the step, at least 1.</param>
    public static int RootLevel(long unitCount)
    {
        var level = 0;
        for (var blocks = (unitCount - 1) / BlockUnits; blocks > 0; blocks >>= ChildBits)
            level++;
        return level;
    }

    /// <summary>Whether the child of a node above the leaves is mixed, so that it has a row of its own.</summary>
    /// <param name="data">The node's data.</param>
    /// <param name="child">The child's place, 0 to 63.</param>
    public static bool IsMixed(ReadOnlySpan<byte> data, int child)
    {
        var (any, full) = Masks(data);
        return ((any & ~full) >> child & 1) != 0;
    }

    /// <summary>Whether a unit is in the set.</summary>
    /// <param name="unit">The unit's place in the step.</param>
    public bool Contains(long unit) => RunAt(unit / BlockUnits).Contains(unit);

    /// <summary>The run that a block belongs to; it may have begun before.</summary>
    /// <param name="block">The block: a unit's place divided by <see cref="BlockUnits"/>.</param>
    /// <exception cref="StorageException">A node that its parent tells of is missing.</exception>
    public BitmapRun RunAt(long block)
    {
        var level = RootLevel(unitCount);
        var data = node(level, 0);
        if (data is null)
            return new BitmapRun(BlockCount, null, false);
        for (; level > 0; level--)
        {
            var position = block >> (ChildBits * (level - 1));
            var child = (int)(position & ChildMask);
            if (!IsMixed(data, child))
                return EqualRun(level - 1, position, (Masks(data).Full >> child & 1) != 0);
            data = node(level - 1, position) ?? throw new StorageException(
                $"a bitmap has no node at level {level - 1}, position {position}, which its parent tells of; "
                + "the database is damaged: restore it from a backup");
        }
        return new BitmapRun(block + 1, data, false);
    }

    private long BlockCount => (unitCount + BlockUnits - 1) / BlockUnits;

    private static (ulong Any, ulong Full) Masks(ReadOnlySpan<byte> data) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(data), BinaryPrimitives.ReadUInt64LittleEndian(data[8..]));

    private BitmapRun EqualRun(int level, long position, bool ones)
    {
        var end = (position + 1) << (ChildBits * level);
        return new BitmapRun(Math.Min(end, BlockCount), null, ones);
    }
}
