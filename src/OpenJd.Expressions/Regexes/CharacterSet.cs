using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>The code points that one place of a pattern matches.</summary>
internal sealed class CharacterSet
{
    private readonly AsciiSet _ascii;
    private readonly (int First, int Last)[] _ranges;
    private readonly CharacterKinds _kinds;
    private readonly bool _negated;
    private readonly bool _ignoreCase;

    /// <summary>Makes a set.</summary>
    /// <param name="ranges">Code points from first to last, in any order.</param>
    /// <param name="kinds">Classes such as <c>\d</c> that are in the set.</param>
    /// <param name="negated">Whether the set is everything else.</param>
    /// <param name="ignoreCase">Whether a code point belongs to it when one that differs in case does.</param>
    public CharacterSet(
        IEnumerable<(int First, int Last)> ranges, CharacterKinds kinds, bool negated, bool ignoreCase)
    {
        _ranges = Join(ranges);
        (_kinds, _negated, _ignoreCase) = (kinds, negated, ignoreCase);
        _ascii = ignoreCase ? AsciiSet.Where(AnyCase) : AsciiOf();
        if (negated) _ascii = ~_ascii;
    }

    /// <summary>Whether the set has a code point.</summary>
    public bool Contains(int codePoint) => codePoint < AsciiSet.Count
        ? _ascii.Has(codePoint)
        : _negated != (_ignoreCase ? AnyCase(codePoint) : Listed(codePoint));

    private AsciiSet AsciiOf()
    {
        var ascii = CharacterKindTests.Ascii(_kinds);
        foreach (var (first, last) in _ranges) ascii |= AsciiSet.Range(first, last);
        return ascii;
    }

    private bool AnyCase(int codePoint)
    {
        if (Listed(codePoint)) return true;
        foreach (var other in CaseFolding.FamilyOf(codePoint))
        {
            if (Listed(other)) return true;
        }

        return false;
    }

    private bool Listed(int codePoint) => InRanges(codePoint) || CharacterKindTests.Any(_kinds, codePoint);

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
