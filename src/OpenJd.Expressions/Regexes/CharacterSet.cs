using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>The code points that one place of a pattern matches.</summary>
internal sealed class CharacterSet
{
    private readonly ulong _asciiLow;
    private readonly ulong _asciiHigh;
    private readonly (int First, int Last)[] _ranges;
    private readonly Func<int, bool>[] _classes;
    private readonly bool _negated;
    private readonly bool _ignoreCase;

    /// <summary>Makes a set.</summary>
    /// <param name="ranges">Code points from first to last, in any order.</param>
    /// <param name="classes">Tests such as the one of <c>\d</c>, any of which puts a code point into the set.</param>
    /// <param name="negated">Whether the set is everything else.</param>
    /// <param name="ignoreCase">Whether a code point belongs to it when one that differs in case does.</param>
    public CharacterSet(
        IEnumerable<(int First, int Last)> ranges, IEnumerable<Func<int, bool>> classes, bool negated, bool ignoreCase)
    {
        _ranges = Join(ranges);
        _classes = [.. classes];
        (_negated, _ignoreCase) = (negated, ignoreCase);
        for (var codePoint = 0; codePoint < 0x80; codePoint++)
        {
            if (!Search(codePoint)) continue;
            if (codePoint < 64) _asciiLow |= 1UL << codePoint;
            else _asciiHigh |= 1UL << (codePoint - 64);
        }
    }

    /// <summary>Whether the set has a code point.</summary>
    public bool Contains(int codePoint) =>
        codePoint < 0x80
            ? (((codePoint < 64 ? _asciiLow : _asciiHigh) >> (codePoint & 63)) & 1) != 0
            : Search(codePoint);

    private bool Search(int codePoint) => _negated != (_ignoreCase ? AnyCase(codePoint) : Listed(codePoint));

    private bool AnyCase(int codePoint)
    {
        if (Listed(codePoint)) return true;
        foreach (var other in CaseFolding.FamilyOf(codePoint))
        {
            if (Listed(other)) return true;
        }

        return false;
    }

    private bool Listed(int codePoint)
    {
        if (InRanges(codePoint)) return true;
        foreach (var isIn in _classes)
        {
            if (isIn(codePoint)) return true;
        }

        return false;
    }

    private bool InRanges(int codePoint)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < _ranges[middle].First) high = middle - 1;
            else if (codePoint > _ranges[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    private static (int First, int Last)[] Join(IEnumerable<(int First, int Last)> ranges)
    {
        var joined = new List<(int First, int Last)>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1)
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, range.Last));
            else joined.Add(range);
        }

        return [.. joined];
    }
}
