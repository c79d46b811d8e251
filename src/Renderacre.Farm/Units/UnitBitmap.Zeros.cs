using System.Numerics;

namespace Renderacre.Farm.Units;

/// <content>Finding units that are not in the set.</content>
public sealed partial class UnitBitmap
{
    /// <summary>The first unit from a place on that is not in the set.</summary>
    /// <param name="from">The place, 0 or more.</param>
    /// <returns>The unit, or -1 where there is none.</returns>
    public long NextZero(long from)
    {
        if (from >= Length)
            return -1;
        long found = NextZero(_root, _rootOnes, _rootLevel, 0, from);
        return found < Length ? found : -1;
    }

    private static long NextZero(Node? node, bool ones, int level, long start, long from)
    {
        if (node is null)
            return ones ? long.MaxValue : Math.Max(start, from);
        long width = level == 0 ? 64 : Span(level - 1);
        int first = from <= start ? 0 : (int)Math.Min((from - start) / width, PartsPerNode);
        ulong rest = first == PartsPerNode ? 0 : ~node.Full & ulong.MaxValue << first;
        for (; rest != 0; rest &= rest - 1)
        {
            int at = BitOperations.TrailingZeroCount(rest);
            long found = NextZeroOfPart(node, at, level, start + at * width, from);
            if (found != long.MaxValue)
                return found;
        }

        return long.MaxValue;
    }

    private static long NextZeroOfPart(Node node, int part, int level, long start, long from)
    {
        // A part that is not full and has no child is empty.
        if (node is Inner inner)
            return NextZero(inner.Children[part], false, level - 1, start, from);
        ulong zeros = ~((Leaf)node).Words[part];
        if (from > start)
            zeros &= ulong.MaxValue << Bit(from);
        return zeros == 0 ? long.MaxValue : start + BitOperations.TrailingZeroCount(zeros);
    }
}
