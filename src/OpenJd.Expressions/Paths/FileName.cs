namespace OpenJd.Expressions.Paths;

/// <summary>
/// Takes the last part of a path apart. A dot that starts or ends a name starts no suffix. Source: expression language
/// §2.3.1.
/// </summary>
internal static class FileName
{
    /// <summary>The name without its last suffix.</summary>
    public static string Stem(string name) => name[..SuffixStart(name)];

    /// <summary>The last suffix with its dot, or nothing.</summary>
    public static string Suffix(string name) => name[SuffixStart(name)..];

    /// <summary>All suffixes: <c>.tar .gz</c> of <c>a.tar.gz</c>.</summary>
    public static IEnumerable<string> Suffixes(string name) => name.EndsWith('.')
        ? []
        : name.TrimStart('.').Split('.').Skip(1).Select(part => "." + part);

    /// <summary>Whether a text can be the last part of a path.</summary>
    public static bool IsValid(string name, PathFormat format) =>
        name is not ("" or ".") && !name.Contains('/') && !(format == PathFormat.Windows && name.Contains('\\'));

    private static int SuffixStart(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 ? dot : name.Length;
    }
}
