namespace OpenJd.Expressions.Paths;

/// <summary>The order of Windows paths, in which case does not matter.</summary>
internal static class PathOrder
{
    public static bool Equals(string left, string right) => Compare(left, right) == 0;

    public static int Compare(string left, string right) =>
        string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
}
