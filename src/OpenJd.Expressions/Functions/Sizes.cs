namespace OpenJd.Expressions.Functions;

/// <summary>Sizes of results before they are made.</summary>
internal static class Sizes
{
    /// <summary>
    /// A number of parts times their size, or a size that no limit allows where that is beyond what an array can hold.
    /// </summary>
    public static long Product(long size, long count)
    {
        const long Beyond = long.MaxValue / 64;
        return (Int128)size * count > Array.MaxLength ? Beyond : size * count;
    }
}
