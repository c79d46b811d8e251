namespace OpenJd.Model.Parameters;

/// <summary>Makes given and default paths absolute. Source: template schemas §2.2 and §2.12.</summary>
/// <param name="paths">The directories.</param>
/// <param name="takesUris">Whether a path may be a URI, which stays as it is: with the extension EXPR.</param>
internal sealed class PathRules(PathContext paths, bool takesUris)
{
    /// <summary>A value given at submission: joined to the working directory where it is relative.</summary>
    public string Given(string path) =>
        StaysAsItIs(path) ? path : PathJoin.Join(paths.WorkingDirectory, path);

    /// <summary>A default, joined to the template's directory; or null with what is wrong.</summary>
    public string? Default(string path, out string? fault)
    {
        fault = null;
        return StaysAsItIs(path) ? path : PathJoin.JoinWithin(paths.TemplateDirectory, path, out fault);
    }

    private bool StaysAsItIs(string path) => path.Length == 0 || (takesUris && IsUri(path));

    /// <summary>Source: expression language §1.2.1, "URI paths".</summary>
    private static bool IsUri(string path)
    {
        var end = path.IndexOf("://", StringComparison.Ordinal);
        return end > 0
            && char.IsAsciiLetter(path[0])
            && path.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");
}
