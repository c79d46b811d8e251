namespace OpenJd.Model.Parameters;

/// <summary>Joins paths by their text alone; no disk is looked at. Source: template schemas §2.2.</summary>
internal static class PathJoin
{
    /// <summary>Joins and normalises; an absolute path stays as it is.</summary>
    public static string Join(string directory, string path)
    {
        var isWindows = IsWindows(directory);
        return IsAbsolute(path, isWindows) ? path : Normalize(directory, path, isWindows);
    }

    /// <summary>
    /// Joins a default, which must be relative and stay in the directory; or null with what is wrong.
    /// </summary>
    public static string? JoinWithin(string directory, string path, out string? fault)
    {
        var isWindows = IsWindows(directory);
        fault = IsAbsolute(path, isWindows)
            ? $"The default '{path}' must be a relative path: it is joined to the template's directory."
            : null;
        if (fault is not null) return null;
        var joined = Normalize(directory, path, isWindows);
        var home = Normalize(directory, "", isWindows);
        var separator = isWindows ? '\\' : '/';
        if (joined == home || joined.StartsWith(home.TrimEnd(separator) + separator, StringComparison.Ordinal))
            return joined;
        fault = $"The default '{path}' leads out of the template's directory.";
        return null;
    }

    private static string Normalize(string directory, string path, bool isWindows)
    {
        var separator = isWindows ? '\\' : '/';
        var root = Root(directory, isWindows);
        var parts = new List<string>();
        foreach (var part in Parts(directory[root.Length..], isWindows).Concat(Parts(path, isWindows)))
        {
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        }

        return root.Replace('/', separator) + string.Join(separator, parts);
    }

    private static string Root(string directory, bool isWindows)
    {
        if (!isWindows) return directory.StartsWith('/') ? "/" : "";
        if (HasDrive(directory)) return directory.Length > 2 ? directory[..3] : directory;
        return @"\\";
    }

    private static IEnumerable<string> Parts(string path, bool isWindows) => path
        .Split(isWindows ? ['/', '\\'] : ['/'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".");

    /// <summary>The submitting host's own directory tells which paths it takes for absolute.</summary>
    private static bool IsWindows(string directory) =>
        HasDrive(directory) || directory.StartsWith(@"\\", StringComparison.Ordinal);

    private static bool IsAbsolute(string path, bool isWindows) =>
        path.StartsWith('/') || (isWindows && (path.StartsWith('\\') || HasDrive(path)));

    private static bool HasDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]);
}
