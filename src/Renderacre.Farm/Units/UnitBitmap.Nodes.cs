using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Units;

/// <content>The tree's nodes, and how they are kept as rows.</content>
public sealed partial class UnitBitmap
{
    private readonly List<Node> _changed = [];
    private bool _rootChanged;

    /// <summary>Whether changed nodes are remembered for <see cref="TakeChanged"/>.</summary>
    internal bool Tracked { get; init; }

    /// <summary>The rows of the nodes that have changed since the last time.</summary>
    /// <param name="job">The job.</param>
    /// <param name="step">The step's place.</param>
    /// <param name="kind">Which bitmap this is.</param>
    internal IEnumerable<BitmapNodeRow> TakeChanged(JobId job, int step, UnitBitmapKind kind)
    {
        if (_root is null && (_rootChanged || _changed.Count > 0))
            yield return new BitmapNodeRow(job, step, kind, _rootLevel, 0, Create(_rootLevel, 0, _rootOnes).ToRow());
        foreach (Node node in _changed)
        {
            node.Changed = false;
            if (!node.Detached)
                yield return new BitmapNodeRow(job, step, kind, node.Level, node.Position, node.ToRow());
        }

        _changed.Clear();
        _rootChanged = false;
    }

    /// <summary>Takes over rows as storage gives them back; rows below a uniform node are passed over.</summary>
    /// <param name="rows">The rows of this bitmap.</param>
    internal void Load(IEnumerable<BitmapNodeRow> rows)
    {
        Dictionary<(int Level, long Position), byte[]> byPlace =
            rows.ToDictionary(row => (row.Level, row.Position), row => row.Data);
        _root = Read(byPlace, _rootLevel, 0);
        Collapse(ref _root, ref _rootOnes);
        _count = CountOnes(_root, _rootOnes, _rootLevel, 0);
    }

    private static Node? Read(Dictionary<(int Level, long Position), byte[]> rows, int level, long position)
    {
        if (!rows.TryGetValue((level, position), out byte[]? data))
            return null;
        if (level == 0)
        {
            var leaf = new Leaf { Level = 0, Position = position };
            for (int word = 0; word < PartsPerNode; word++)
                leaf.SetWord(word, BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(word * 8)));
            return leaf;
        }

        var inner = new Inner { Level = level, Position = position };
        inner.Any = BinaryPrimitives.ReadUInt64LittleEndian(data);
        inner.Full = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(8));
        for (ulong mixed = inner.Any & ~inner.Full; mixed != 0; mixed &= mixed - 1)
        {
            int at = BitOperations.TrailingZeroCount(mixed);
            inner.Children[at] = Read(rows, level - 1, (position << FanoutBits) + at)
                ?? throw new InvalidOperationException(
                    $"the bitmap's node {at} below level {level}, position {position} is missing");
        }

        return inner;
    }

    private Node Create(int level, long position, bool ones)
    {
        Node node = level == 0
            ? new Leaf { Level = level, Position = position }
            : new Inner { Level = level, Position = position };
        long start = position * Span(level);
        for (int part = 0; part < PartsPerNode; part++)
            node.Fill(part, ones ? ulong.MaxValue : PastEnd(start, level, part));
        return node;
    }

    /// <summary>Ones for the places of a node's part that are past the end.</summary>
    private ulong PastEnd(long start, int level, int part)
    {
        long width = level == 0 ? 64 : Span(level - 1);
        long valid = Length - (start + part * width);
        if (valid <= 0)
            return ulong.MaxValue;
        return level == 0 && valid < 64 ? ulong.MaxValue << (int)valid : 0;
    }

    private void Touch(Node node)
    {
        if (!Tracked || node.Changed)
            return;
        node.Changed = true;
        _changed.Add(node);
    }

    private abstract class Node
    {
        public required int Level { get; init; }

        public required long Position { get; init; }

        /// <summary>A bit for each part that is not all zeros.</summary>
        public ulong Any { get; set; }

        /// <summary>A bit for each part that is all ones.</summary>
        public ulong Full { get; set; }

        public bool Changed { get; set; }

        public bool Detached { get; set; }

        /// <summary>Sets a part of a new node.</summary>
        public abstract void Fill(int part, ulong bits);

        public abstract byte[] ToRow();

        protected void SetPart(int part, bool any, bool full)
        {
            ulong bit = 1UL << part;
            Any = any ? Any | bit : Any & ~bit;
            Full = full ? Full | bit : Full & ~bit;
        }
    }

    private sealed class Leaf : Node
    {
        /// <summary>The units' bits; a field, as they lie in the node itself.</summary>
        public Words Words;

        public void SetWord(int at, ulong word)
        {
            Words[at] = word;
            SetPart(at, word != 0, word == ulong.MaxValue);
        }

        public override void Fill(int part, ulong bits) => SetWord(part, bits);

        public override byte[] ToRow()
        {
            byte[] data = new byte[PartsPerNode * sizeof(ulong)];
            for (int word = 0; word < PartsPerNode; word++)
                BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(word * sizeof(ulong)), Words[word]);
            return data;
        }

        public long Next(long start, long from)
        {
            int first = from <= start ? 0 : (int)Math.Min((from - start) >> FanoutBits, PartsPerNode);
            for (ulong rest = first == PartsPerNode ? 0 : Any & ulong.MaxValue << first; rest != 0; rest &= rest - 1)
            {
                int word = BitOperations.TrailingZeroCount(rest);
                ulong bits = Words[word];
                if (word == first && from > start)
                    bits &= ulong.MaxValue << Bit(from);
                if (bits != 0)
                    return start + word * 64L + BitOperations.TrailingZeroCount(bits);
            }

            return long.MaxValue;
        }
    }

    private sealed class Inner : Node
    {
        /// <summary>The parts that are neither all nor nothing; a field, as they lie in the node itself.</summary>
        public Nodes Children;

        public void SetChild(int at, bool any, bool full) => SetPart(at, any, full);

        public override void Fill(int part, ulong bits) => SetPart(part, bits != 0, bits == ulong.MaxValue);

        public override byte[] ToRow()
        {
            byte[] data = new byte[2 * sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(data, Any);
            BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(sizeof(ulong)), Full);
            return data;
        }
    }

    [InlineArray(PartsPerNode)]
    private struct Words
    {
        private ulong _first;
    }

    [InlineArray(PartsPerNode)]
    private struct Nodes
    {
        private Node? _first;
    }
}
