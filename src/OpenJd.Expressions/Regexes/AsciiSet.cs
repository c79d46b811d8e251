namespace OpenJd.Expressions.Regexes;

/// <summary>A set of ASCII characters as a bit mask.</summary>
/// <param name="Low">The characters 0 to 63.</param>
/// <param name="High">The characters 64 to 127.</param>
internal readonly record struct AsciiSet(ulong Low, ulong High)
{
    /// <summary>How many ASCII characters there are.</summary>
    public const int Count = 0x80;

    /// <summary>All that are in one of two sets.</summary>
    public static AsciiSet operator |(AsciiSet left, AsciiSet right) =>
        new(left.Low | right.Low, left.High | right.High);

    /// <summary>All that are not in a set.</summary>
    public static AsciiSet operator ~(AsciiSet set) => new(~set.Low, ~set.High);

    /// <summary>The characters from first to last, as far as they are ASCII.</summary>
    public static AsciiSet Range(int first, int last)
    {
        if (first >= Count) return default;
        last = Math.Min(last, Count - 1);
        return new AsciiSet(Mask(first, last), Mask(first - 64, last - 64));
    }

    /// <summary>The characters that a test holds for.</summary>
    public static AsciiSet Where(Func<int, bool> test)
    {
        var set = default(AsciiSet);
        for (var character = 0; character < Count; character++)
        {
            if (test(character)) set |= Range(character, character);
        }

        return set;
    }

    /// <summary>Whether the set has a character, which is ASCII.</summary>
    public bool Has(int character) => (((character < 64 ? Low : High) >> (character & 63)) & 1) != 0;

    private static ulong Mask(int first, int last)
    {
        if (last < 0 || first > 63) return 0;
        var upTo = last >= 63 ? ulong.MaxValue : (1UL << (last + 1)) - 1;
        return first <= 0 ? upTo : upTo & ~((1UL << first) - 1);
    }
}
