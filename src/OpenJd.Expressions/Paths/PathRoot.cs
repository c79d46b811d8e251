namespace OpenJd.Expressions.Paths;

/// <summary>
/// A file system path taken apart into drive, root and the rest, as Python's <c>pathlib</c> does it. Source: expression
/// language §2.3.
/// </summary>
/// <param name="Drive"><c>C:</c>, <c>\\host\share</c> or nothing; always nothing for POSIX.</param>
/// <param name="Root">The separator or separators behind the drive, or nothing for a relative path.</param>
/// <param name="Rest">What follows.</param>
internal readonly record struct PathRoot(string Drive, string Root, string Rest)
{
    private const string LongShare = @"\\?\UNC\";

    /// <summary>The path of nothing at all.</summary>
    public static PathRoot None { get; } = new("", "", "");

    /// <summary>Drive and root, which is the first of a path's parts where there are any.</summary>
    public string Anchor => Drive + Root;

    /// <summary>Takes a path apart; separators of a Windows path become <c>\</c>.</summary>
    public static PathRoot Of(string path, PathFormat format) =>
        format == PathFormat.Posix ? OfPosix(path) : OfWindows(path.Replace('/', '\\'));

    private static PathRoot OfPosix(string path)
    {
        var rest = path.TrimStart('/');
        var slashes = path.Length - rest.Length;

        // Exactly two slashes are a root of their own; more are as one.
        var root = slashes == 0 ? "" : slashes == 2 ? "//" : "/";
        return new PathRoot("", root, rest);
    }

    private static PathRoot OfWindows(string path)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal)) return OfShare(path);
        if (path.StartsWith('\\')) return new PathRoot("", @"\", path.TrimStart('\\'));
        if (path.Length < 2 || path[1] != ':' || !char.IsAsciiLetter(path[0])) return new PathRoot("", "", path);
        return path.Length > 2 && path[2] == '\\'
            ? new PathRoot(path[..2], @"\", path[3..])
            : new PathRoot(path[..2], "", path[2..]);
    }

    private static PathRoot OfShare(string path)
    {
        var start = path.StartsWith(LongShare, StringComparison.OrdinalIgnoreCase) ? LongShare.Length : 2;
        var host = path.IndexOf('\\', start);
        var share = host < 0 ? -1 : path.IndexOf('\\', host + 1);
        if (share >= 0) return new PathRoot(path[..share], @"\", path[(share + 1)..]);

        // Devices such as \\.\COM1 have no root of their own.
        var isShare = host > 0 && host + 1 < path.Length && path[start..host] is not ("." or "?");
        return new PathRoot(path, isShare ? @"\" : "", "");
    }
}
