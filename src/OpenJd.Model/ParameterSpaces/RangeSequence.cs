using System.Globalization;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>The numbers of a range expression, never expanded.</summary>
internal sealed class RangeSequence(RangeExpression range) : IntegerSequence
{
    // Most ranges are a single part, whose numbers need not be looked for.
    private readonly bool _isSingle = range.Parts.Count == 1;
    private readonly long _first = range.Parts[0].First;
    private readonly long _step = unchecked((long)range.Parts[0].Step);

    public override long Count => range.Count;

    public override long this[long index] => _isSingle ? unchecked(_first + index * _step) : range[index];

    public override IEnumerable<long> PlacesOf(long value) => range.IndexOf(value) is { } place ? [place] : [];

    public override List<RunBlock> ContiguousRuns()
    {
        var blocks = new List<RunBlock>();
        long? previous = null;
        foreach (var part in range.Parts)
        {
            var goesOn = previous is { } last && last + 1 == part.First;
            var count = CountOf(part);
            RunBlock.Add(blocks, part.Step == 1 ? count : 1, goesOn);
            if (part.Step > 1) RunBlock.AddSingles(blocks, count - 1);
            previous = part.Last;
        }

        return blocks;
    }

    public override string RangeText(long start, long count)
    {
        var pieces = new List<string>();
        var offset = 0L;
        foreach (var part in range.Parts)
        {
            var length = CountOf(part);
            var (from, to) = (Math.Max(start, offset), Math.Min(start + count, offset + length));
            if (from < to) pieces.Add(Piece(range[from], range[to - 1], part.Step));
            offset += length;
            if (offset >= start + count) break;
        }

        // Cut short, a part may go on in its neighbour: the canonical spelling joins them.
        return pieces.Count == 1 ? pieces[0] : RangeExpression.Parse(string.Join(',', pieces)).ToString();
    }

    private static string Piece(long first, long last, ulong step)
    {
        if (first == last) return first.ToString(CultureInfo.InvariantCulture);
        // Two numbers are written one after the other, as in the canonical spelling.
        if ((UInt128)((Int128)last - first) == step) return FormattableString.Invariant($"{first},{last}");
        return step == 1
            ? FormattableString.Invariant($"{first}-{last}")
            : FormattableString.Invariant($"{first}-{last}:{step}");
    }

    // The whole range has at most 2^63 - 1 numbers, and so has each part.
    private static long CountOf(RangePart part) => (long)((ulong)((Int128)part.Last - part.First) / part.Step) + 1;
}
