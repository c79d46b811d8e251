namespace Renderacre.Controller.Artifacts;

/// <summary>
/// The folders that artifacts are served from. A worker names whatever path it likes; only files below one of these,
/// reached through plain folders, are ever opened.
/// </summary>
/// <param name="roots">The folders; a link among their own parts is followed once, at the start.</param>
internal sealed class ArtifactRoots(IReadOnlyList<string> roots)
{
    private readonly string[] _roots = [.. roots.Select(Normal)];

    /// <summary>Whether any folder is configured.</summary>
    public bool Any => _roots.Length > 0;

    /// <summary>Finds the root that a path lies below.</summary>
    /// <param name="path">The path, as a worker named it.</param>
    /// <returns>
    /// The root and the names of the folders and the file below it; null where the path is relative, has <c>..</c>
    /// among its parts, or lies below none.
    /// </returns>
    public (string Root, string[] Parts)? Find(string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal))
            return null;
        foreach (string root in _roots)
        {
            string prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
            if (!path.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            string[] parts = path[prefix.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            return parts.Length > 0 && parts.All(part => part is not ("." or "..")) ? (root, parts) : null;
        }
        return null;
    }

    private static char[] Separators => [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private static string Normal(string root) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
}
