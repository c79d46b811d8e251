namespace OpenJd.Expressions.Paths;

/// <summary>Takes paths apart without looking at a disk.</summary>
internal static class PathComponents
{
    /// <summary>
    /// The components of a path, the root as one of them: <c>/a/b</c> is <c>/ a b</c>, <c>C:\a</c> is <c>C:\ a</c>.
    /// Doubled separators and <c>.</c> vanish; <c>..</c> stays, as it may lead through a symbolic link.
    /// </summary>
    public static List<string> Split(string path, SourcePathFormat format)
    {
        if (format == SourcePathFormat.Windows) path = path.Replace('/', '\\');
        var separator = format == SourcePathFormat.Windows ? '\\' : '/';
        var root = RootOf(path, format);
        var parts = path[root.Length..]
            .Split(separator, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".");
        return root.Length == 0 ? [.. parts] : [root, .. parts];
    }

    /// <summary>The separator that a path is written with; a drive letter or a backslash makes it Windows'.</summary>
    public static char SeparatorOf(string path) => HasDrive(path) || path.Contains('\\') ? '\\' : '/';

    private static string RootOf(string path, SourcePathFormat format)
    {
        if (format == SourcePathFormat.Posix) return path.StartsWith('/') ? "/" : "";
        if (path.StartsWith(@"\\", StringComparison.Ordinal)) return ShareOf(path);
        if (HasDrive(path)) return path.Length > 2 && path[2] == '\\' ? path[..3] : path[..2];
        return path.StartsWith('\\') ? @"\" : "";
    }

    /// <summary>A network share is one component with its host: <c>\\host\share</c>.</summary>
    private static string ShareOf(string path)
    {
        var host = path.IndexOf('\\', 2);
        var share = host < 0 ? -1 : path.IndexOf('\\', host + 1);
        return share < 0 ? path : path[..share];
    }

    private static bool HasDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]);
}
