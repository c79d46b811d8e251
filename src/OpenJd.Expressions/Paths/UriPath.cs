namespace OpenJd.Expressions.Paths;

/// <summary>
/// URIs as paths: scheme and authority are one opaque part, and what follows is split at <c>/</c> and never
/// normalized. Source: expression language §1.2.1, "URI paths".
/// </summary>
internal static class UriPath
{
    private const string SchemeEnd = "://";

    /// <summary>Whether a text starts with a scheme and <c>://</c>.</summary>
    public static bool IsUri(string text)
    {
        var end = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (end < 1 || !char.IsAsciiLetter(text[0])) return false;
        foreach (var letter in text.AsSpan(0, end))
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '.' or '-')) return false;
        }

        return true;
    }

    /// <summary>Scheme with authority, then the segments, empty ones too.</summary>
    public static List<string> Parts(string uri)
    {
        var authority = AuthorityLength(uri);
        var parts = new List<string> { uri[..authority] };
        if (authority + 1 < uri.Length) parts.AddRange(uri[(authority + 1)..].Split('/'));
        return parts;
    }

    /// <summary>The last segment; nothing behind a slash at the end or without segments.</summary>
    public static string Name(string uri) => Parts(uri) is [_, .., var last] ? last : "";

    /// <summary>The URI without its last segment; that of an authority is itself.</summary>
    public static string Parent(string uri)
    {
        var parts = Parts(uri);
        return string.Join('/', parts.Take(Math.Max(1, parts.Count - 1)));
    }

    /// <summary>The URI, which has a segment, with another last one.</summary>
    public static string WithName(string uri, string name) => $"{Parent(uri)}/{name}";

    /// <summary>
    /// The URI with more segments as they are written; a slash at its end is used up. The path of nothing adds none.
    /// </summary>
    public static string Join(string uri, string segments)
    {
        if (segments == ".") return uri;
        var stem = uri.Length > AuthorityLength(uri) && uri.EndsWith('/') ? uri[..^1] : uri;
        return $"{stem}/{segments}";
    }

    /// <summary>What follows a URI's prefix of whole segments; null where the other one is no such prefix.</summary>
    public static string? RelativeTo(string uri, string other)
    {
        if (!uri.StartsWith(other, StringComparison.Ordinal)) return null;
        var rest = uri[other.Length..];
        return rest.Length == 0 || rest[0] == '/' || other.EndsWith('/') ? rest.TrimStart('/') : null;
    }

    private static int AuthorityLength(string uri)
    {
        var start = uri.IndexOf(SchemeEnd, StringComparison.Ordinal) + SchemeEnd.Length;
        var slash = uri.IndexOf('/', start);
        return slash < 0 ? uri.Length : slash;
    }
}
