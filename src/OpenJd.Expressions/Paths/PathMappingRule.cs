namespace OpenJd.Expressions.Paths;

/// <summary>
/// Says where a directory of the submitting host is found on this one. Source: How Jobs Are Run, Path Mapping.
/// </summary>
/// <param name="Format">How <paramref name="SourcePath"/> is written.</param>
/// <param name="SourcePath">The directory on the submitting host.</param>
/// <param name="DestinationPath">The same directory on this host.</param>
public sealed record PathMappingRule(SourcePathFormat Format, string SourcePath, string DestinationPath)
{
    /// <summary>Maps a path.</summary>
    /// <param name="path">The path as the submitting host writes it.</param>
    /// <returns>The path on this host, or null where the rule does not match: only whole components count.</returns>
    public string? TryApply(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var rest = Format == SourcePathFormat.Uri ? UriRest(path) : PathRest(path);
        return rest is null ? null : Join(rest, EndsWithSeparator(path));
    }

    /// <summary>How many components the source has: the greater, the more specific the rule.</summary>
    internal int Specificity => Format == SourcePathFormat.Uri
        ? SourcePath.TrimEnd('/').Split('/').Length
        : PathComponents.Split(SourcePath, Format).Count;

    private List<string>? PathRest(string path)
    {
        var source = PathComponents.Split(SourcePath, Format);
        var parts = PathComponents.Split(path, Format);
        var comparer = Format == SourcePathFormat.Windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return parts.Count >= source.Count && source.SequenceEqual(parts.Take(source.Count), comparer)
            ? parts[source.Count..]
            : null;
    }

    private List<string>? UriRest(string path)
    {
        var source = SourcePath.TrimEnd('/');
        if (!path.StartsWith(source, StringComparison.Ordinal)) return null;
        if (path.Length == source.Length) return [];
        return path[source.Length] == '/'
            ? [.. path[(source.Length + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries)]
            : null;
    }

    private string Join(List<string> rest, bool trailingSeparator)
    {
        var separator = PathComponents.SeparatorOf(DestinationPath);
        var joined = DestinationPath;
        foreach (var part in rest)
            joined = joined.EndsWith(separator) ? joined + part : joined + separator + part;
        return trailingSeparator && !joined.EndsWith(separator) ? joined + separator : joined;
    }

    private bool EndsWithSeparator(string path) =>
        path.EndsWith('/') || (Format == SourcePathFormat.Windows && path.EndsWith('\\'));
}
