namespace Renderacre.Farm.Units;

/// <summary>
/// A set of units that costs memory only where it is neither all nor nothing: a tree of 64 children a node over leaves
/// of 4,096 units, in which uniform subtrees are not allocated. Every operation walks one path of at most seven nodes.
/// </summary>
/// <remarks>Positions past the end count as ones, so that a tree of all units is uniform whatever its length.</remarks>
public sealed partial class UnitBitmap
{
    private const int LeafBits = 12;
    private const int FanoutBits = 6;
    private const int PartsPerNode = 64;

    private readonly int _rootLevel;
    private Node? _root;
    private bool _rootOnes;
    private long _count;

    /// <summary>Makes an empty set.</summary>
    /// <param name="length">How many units there are, at least 1.</param>
    public UnitBitmap(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        while (Span(_rootLevel) < length)
            _rootLevel++;
    }

    /// <summary>How many units there are.</summary>
    public long Length { get; }

    /// <summary>Whether no unit is in the set.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>How many units are in the set.</summary>
    public long Count => _count;

    /// <summary>Whether a unit is in the set.</summary>
    /// <param name="unit">The unit, 0 to <see cref="Length"/> - 1.</param>
    public bool this[long unit]
    {
        get
        {
            Node? node = _root;
            bool ones = _rootOnes;
            for (int level = _rootLevel; node is not null; level--)
            {
                if (node is Leaf leaf)
                    return (leaf.Words[Word(unit)] >> Bit(unit) & 1) != 0;
                int child = Child(unit, level);
                ones = (node.Full >> child & 1) != 0;
                node = ((Inner)node).Children[child];
            }

            return ones;
        }
    }

    /// <summary>Puts a unit into the set, or takes it out.</summary>
    /// <param name="unit">The unit, 0 to <see cref="Length"/> - 1.</param>
    /// <param name="value">Whether it is to be in the set.</param>
    /// <returns>Whether that changed anything.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public bool Set(long unit, bool value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Length);
        if (!Change(ref _root, _rootOnes, _rootLevel, unit, value))
            return false;
        Collapse(ref _root, ref _rootOnes);
        _count += value ? 1 : -1;
        return true;
    }

    /// <summary>Puts all units into the set, or takes all out.</summary>
    /// <param name="value">Whether they are to be in the set.</param>
    public void SetAll(bool value)
    {
        if (_root is { } root)
            root.Detached = true;
        _root = null;
        _rootOnes = value;
        _rootChanged = true;
        _count = value ? Length : 0;
    }

    /// <summary>The same set among more units; it is stored as a whole.</summary>
    /// <param name="length">How many units there are then.</param>
    public UnitBitmap Grown(long length)
    {
        var grown = new UnitBitmap(length) { Tracked = Tracked, _rootChanged = true };
        foreach (long unit in Ones())
            grown.Set(unit, true);
        return grown;
    }

    /// <summary>Takes every unit that another set of the same length has out of this one.</summary>
    /// <param name="other">The other set.</param>
    public void RemoveAll(UnitBitmap other)
    {
        if (!Remove(ref _root, _rootOnes, _rootLevel, 0, other._root, other._rootOnes))
            return;
        Collapse(ref _root, ref _rootOnes);
        _count = CountOnes(_root, _rootOnes, _rootLevel, 0);
    }

    /// <summary>The first unit of the set from a place on.</summary>
    /// <param name="from">The place, 0 or more.</param>
    /// <returns>The unit, or -1 where there is none.</returns>
    public long NextOne(long from)
    {
        long found = Next(_root, _rootOnes, _rootLevel, 0, from);
        return found < Length ? found : -1;
    }

    /// <summary>The units of the set in order; one that changes meanwhile is seen as it is when it comes.</summary>
    public IEnumerable<long> Ones()
    {
        for (long unit = NextOne(0); unit >= 0; unit = NextOne(unit + 1))
            yield return unit;
    }

    private long CountOnes(Node? node, bool ones, int level, long start)
    {
        if (node is null)
            return ones ? Math.Clamp(Length - start, 0, Span(level)) : 0;
        long count = 0;
        if (node is Leaf leaf)
        {
            for (int word = 0; word < PartsPerNode; word++)
            {
                long valid = Math.Clamp(Length - start - word * 64L, 0, 64);
                ulong mask = valid == 64 ? ulong.MaxValue : (1UL << (int)valid) - 1;
                count += System.Numerics.BitOperations.PopCount(leaf.Words[word] & mask);
            }

            return count;
        }

        var inner = (Inner)node;
        for (int at = 0; at < PartsPerNode; at++)
        {
            bool childOnes = (inner.Full >> at & 1) != 0;
            count += CountOnes(inner.Children[at], childOnes, level - 1, start + at * Span(level - 1));
        }

        return count;
    }

    private static long Span(int level) => 1L << (LeafBits + FanoutBits * level);

    private static int Word(long unit) => (int)(unit >> FanoutBits) & 63;

    private static int Bit(long unit) => (int)unit & 63;

    private static int Child(long unit, int level) => (int)(unit >> (LeafBits + FanoutBits * (level - 1))) & 63;

    private bool Change(ref Node? slot, bool ones, int level, long unit, bool value)
    {
        if (slot is null)
        {
            if (ones == value)
                return false;
            slot = Create(level, unit >> (LeafBits + FanoutBits * level), ones);
        }

        return slot is Leaf leaf ? ChangeLeaf(leaf, unit, value) : ChangeInner((Inner)slot, unit, value);
    }

    private bool ChangeLeaf(Leaf leaf, long unit, bool value)
    {
        int at = Word(unit);
        ulong word = leaf.Words[at];
        ulong changed = value ? word | 1UL << Bit(unit) : word & ~(1UL << Bit(unit));
        if (word == changed)
            return false;
        leaf.SetWord(at, changed);
        Touch(leaf);
        return true;
    }

    private bool ChangeInner(Inner inner, long unit, bool value)
    {
        int at = Child(unit, inner.Level);
        if (!Change(ref inner.Children[at], (inner.Full >> at & 1) != 0, inner.Level - 1, unit, value))
            return false;
        AfterChild(inner, at);
        return true;
    }

    /// <summary>
    /// Brings a node's masks in line with a child that changed, and drops the child where it is uniform.
    /// </summary>
    private void AfterChild(Inner inner, int at)
    {
        (ulong any, ulong full) = (inner.Any, inner.Full);
        bool ones = false;
        Collapse(ref inner.Children[at], ref ones);
        inner.SetChild(at, any: inner.Children[at] is not null || ones, full: ones);
        if (any != inner.Any || full != inner.Full)
            Touch(inner);
    }

    private static void Collapse(ref Node? slot, ref bool ones)
    {
        if (slot is null || (slot.Full != ulong.MaxValue && slot.Any != 0))
            return;
        ones = slot.Any != 0;
        slot.Detached = true;
        slot = null;
    }

    private bool Remove(ref Node? slot, bool ones, int level, long position, Node? other, bool otherOnes)
    {
        if ((other is null && !otherOnes) || (slot is null && !ones))
            return false;
        slot = slot is null || other is null ? Create(level, position, ones && other is not null) : slot;
        if (other is Leaf mask)
            RemoveFromLeaf((Leaf)slot, mask);
        if (other is Inner inner)
            RemoveFromInner((Inner)slot, inner);
        Touch(slot);
        return true;
    }

    private static void RemoveFromLeaf(Leaf leaf, Leaf mask)
    {
        for (int word = 0; word < PartsPerNode; word++)
            leaf.SetWord(word, leaf.Words[word] & ~mask.Words[word]);
    }

    private void RemoveFromInner(Inner inner, Inner mask)
    {
        for (int at = 0; at < PartsPerNode; at++)
        {
            bool ones = (inner.Full >> at & 1) != 0;
            bool maskOnes = (mask.Full >> at & 1) != 0;
            long position = (inner.Position << FanoutBits) + at;
            if (Remove(ref inner.Children[at], ones, inner.Level - 1, position, mask.Children[at], maskOnes))
                AfterChild(inner, at);
        }
    }

    private static long Next(Node? node, bool ones, int level, long start, long from)
    {
        if (node is null)
            return ones ? Math.Max(start, from) : long.MaxValue;
        if (node is Leaf leaf)
            return leaf.Next(start, from);
        long width = Span(level - 1);
        int first = from <= start ? 0 : (int)Math.Min((from - start) / width, 64);
        for (ulong rest = first > 63 ? 0 : node.Any & ulong.MaxValue << first; rest != 0; rest &= rest - 1)
        {
            int at = System.Numerics.BitOperations.TrailingZeroCount(rest);
            bool childOnes = (node.Full >> at & 1) != 0;
            long found = Next(((Inner)node).Children[at], childOnes, level - 1, start + at * width, from);
            if (found != long.MaxValue)
                return found;
        }

        return long.MaxValue;
    }
}
