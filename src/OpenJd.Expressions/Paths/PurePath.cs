namespace OpenJd.Expressions.Paths;

/// <summary>
/// Paths as texts, without a look at a disk: what Python's <c>PurePosixPath</c> and <c>PureWindowsPath</c> do, and
/// URIs, whose path is never normalized. Source: expression language §1.2.1, §2.1.5 and §2.3.
/// </summary>
internal static class PurePath
{
    private const string Here = ".";

    /// <summary>
    /// A text as a path: no empty and no <c>.</c> parts, no separator at the end, <c>.</c> for nothing. URIs stay as
    /// they are.
    /// </summary>
    public static string Normalize(string text, PathFormat format) =>
        UriPath.IsUri(text) ? text : Write(PathRoot.Of(text, format), format);

    /// <summary>A child of a path. An absolute child takes the path's place.</summary>
    public static string Join(string path, string child, PathFormat format)
    {
        if (UriPath.IsUri(child)) return child;
        var root = PathRoot.Of(child, format);
        if (!UriPath.IsUri(path)) return Write(JoinRoots(PathRoot.Of(path, format), root, format), format);
        return root.Anchor.Length > 0 ? Write(root, format) : UriPath.Join(path, AsPosix(child, format));
    }

    /// <summary>A path that is built part by part, from nothing on. Parts of a URI may be empty or dots.</summary>
    public static string Extend(string path, string part, PathFormat format)
    {
        if (path.Length == 0) return part.Length == 0 ? "" : Normalize(part, format);
        var isSegment = UriPath.IsUri(path) && !UriPath.IsUri(part) && PathRoot.Of(part, format).Anchor.Length == 0;
        return isSegment ? $"{path}/{part}" : Join(path, part, format);
    }

    /// <summary>Anchor and names: <c>/ a b</c>, <c>C:\ a</c>, <c>s3://bucket a</c>; none for <c>.</c>.</summary>
    public static List<string> Parts(string path, PathFormat format)
    {
        if (UriPath.IsUri(path)) return UriPath.Parts(path);
        var root = PathRoot.Of(path, format);
        var names = PartsOf(root, format);
        if (root.Anchor.Length > 0) names.Insert(0, root.Anchor);
        return names;
    }

    /// <summary>The last part, or nothing where there is only an anchor.</summary>
    public static string Name(string path, PathFormat format)
    {
        if (UriPath.IsUri(path)) return UriPath.Name(path);
        var names = PartsOf(PathRoot.Of(path, format), format);
        return names.Count == 0 ? "" : names[^1];
    }

    /// <summary>The path without its last part; an anchor is its own parent.</summary>
    public static string Parent(string path, PathFormat format)
    {
        if (UriPath.IsUri(path)) return UriPath.Parent(path);
        var root = PathRoot.Of(path, format);
        var names = PartsOf(root, format);
        return Write(root, names.Take(names.Count - 1).ToList(), format);
    }

    /// <summary>The path with another last part. The name is a valid one, and the path has a name to replace.</summary>
    public static string WithName(string path, string name, PathFormat format)
    {
        if (UriPath.IsUri(path)) return UriPath.WithName(path, name);
        var root = PathRoot.Of(path, format);
        var names = PartsOf(root, format);
        names[^1] = name;
        return Write(root, names, format);
    }

    /// <summary>Whether a path does not depend on a current directory; URIs never do.</summary>
    public static bool IsAbsolute(string path, PathFormat format)
    {
        if (UriPath.IsUri(path)) return true;
        var root = PathRoot.Of(path, format);
        return root.Root.Length > 0 && (format == PathFormat.Posix || root.Drive.Length > 0);
    }

    /// <summary>The rest of a path beneath another one, or null where it does not lie there.</summary>
    public static string? RelativeTo(string path, string other, PathFormat format)
    {
        if (UriPath.IsUri(path) || UriPath.IsUri(other))
            return UriPath.RelativeTo(path, other) is { } rest ? Normalize(rest, format) : null;

        var (parts, others) = (Parts(path, format), Parts(other, format));
        if (PathRoot.Of(path, format).Anchor.Length > 0 && others.Count == 0) return null;
        return others.Count <= parts.Count && others.SequenceEqual(parts.Take(others.Count), ComparerOf(format))
            ? Write(PathRoot.None, parts.GetRange(others.Count, parts.Count - others.Count), format)
            : null;
    }

    /// <summary>The path with <c>/</c> as the separator.</summary>
    public static string AsPosix(string path, PathFormat format) =>
        format == PathFormat.Windows && !UriPath.IsUri(path) ? path.Replace('\\', '/') : path;

    /// <summary>How names are compared: case does not matter on Windows.</summary>
    public static StringComparer ComparerOf(PathFormat format) =>
        format == PathFormat.Windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static char SeparatorOf(PathFormat format) => format == PathFormat.Windows ? '\\' : '/';

    private static List<string> PartsOf(PathRoot root, PathFormat format) =>
        [.. root.Rest.Split(SeparatorOf(format)).Where(name => name.Length > 0 && name != Here)];

    private static string Write(PathRoot root, PathFormat format) => Write(root, PartsOf(root, format), format);

    private static string Write(PathRoot root, List<string> names, PathFormat format)
    {
        var rest = string.Join(SeparatorOf(format), names);
        if (root.Anchor.Length > 0) return root.Anchor + rest;
        if (rest.Length == 0) return Here;

        // A first name that reads as a drive is told from one by the directory in front.
        return format == PathFormat.Windows && PathRoot.Of(rest, format).Anchor.Length > 0 ? $@".\{rest}" : rest;
    }

    /// <summary>The rules of drives: another drive takes the path's place, a root alone keeps the drive.</summary>
    private static PathRoot JoinRoots(PathRoot path, PathRoot child, PathFormat format)
    {
        var drive = child.Drive.Length > 0 ? child.Drive : path.Drive;
        if (child.Root.Length > 0) return child with { Drive = drive };
        return string.Equals(drive, path.Drive, StringComparison.OrdinalIgnoreCase)
            ? new PathRoot(drive, path.Root, path.Rest + SeparatorOf(format) + child.Rest)
            : child;
    }
}
