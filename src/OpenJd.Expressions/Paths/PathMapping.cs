namespace OpenJd.Expressions.Paths;

/// <summary>Applies path mapping rules. Source: How Jobs Are Run, Path Mapping.</summary>
public static class PathMapping
{
    /// <summary>Maps a path by the most specific rule that matches.</summary>
    /// <param name="rules">The rules, in any order; among equally specific ones the first counts.</param>
    /// <param name="path">The path as the submitting host writes it.</param>
    /// <returns>
    /// The path on this host, written with the separators of the rule's destination; unchanged where none matches.
    /// </returns>
    public static string Apply(IReadOnlyList<PathMappingRule> rules, string path)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return TryApply(rules, path) ?? path;
    }

    /// <summary>The same, or null where no rule matches.</summary>
    internal static string? TryApply(IReadOnlyList<PathMappingRule> rules, string path) => rules
        .OrderByDescending(rule => rule.Specificity)
        .Select(rule => rule.TryApply(path))
        .FirstOrDefault(mapped => mapped is not null);
}
