using System.Buffers.Binary;
using Renderacre.Storage.Bitmaps;

namespace Renderacre.Storage.Tests.Bitmaps;

/// <summary>Builds a bitmap's nodes from a set, straight from the format's description.</summary>
internal static class BitmapNodes
{
    public static Dictionary<(int Level, long Position), byte[]> Of(long units, IReadOnlySet<long> set)
    {
        var nodes = new Dictionary<(int Level, long Position), byte[]>();
        var root = BitmapRows.RootLevel(units);
        Build(root, 0, units, set, nodes, isRoot: true);
        return nodes;
    }

    /// <summary>Whether any and all units below a node are in the set; those past the end count as in it.</summary>
    private static (bool Any, bool Full) Build(
        int level, long position, long units, IReadOnlySet<long> set,
        Dictionary<(int Level, long Position), byte[]> nodes, bool isRoot = false)
    {
        var data = new byte[level == 0 ? 512 : 16];
        var (any, full) = level == 0
            ? FillLeaf(data, position, units, set)
            : FillInner(data, level, position, units, set, nodes);
        if (isRoot || (any && !full))
            nodes[(level, position)] = data;
        return (any, full);
    }

    private static (bool Any, bool Full) FillLeaf(byte[] data, long position, long units, IReadOnlySet<long> set)
    {
        var (any, full) = (false, true);
        for (var bit = 0; bit < 4096; bit++)
        {
            var unit = (position * 4096) + bit;
            var isIn = unit < units && set.Contains(unit);
            any |= isIn;
            full &= isIn || unit >= units;
            if (isIn)
                data[bit / 8] |= (byte)(1 << (bit % 8));
        }
        return (any, full);
    }

    private static (bool Any, bool Full) FillInner(
        byte[] data, int level, long position, long units, IReadOnlySet<long> set,
        Dictionary<(int Level, long Position), byte[]> nodes)
    {
        var (anyMask, fullMask) = (0UL, 0UL);
        var span = 4096L << (6 * (level - 1));
        for (var child = 0; child < 64; child++)
        {
            var place = (position * 64) + child;
            var (any, full) = place * span >= units ? (false, true) : Build(level - 1, place, units, set, nodes);
            anyMask |= (any ? 1UL : 0) << child;
            fullMask |= (full ? 1UL : 0) << child;
        }
        BinaryPrimitives.WriteUInt64LittleEndian(data, anyMask);
        BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(8), fullMask);
        return (anyMask != 0, fullMask == ulong.MaxValue);
    }
}
