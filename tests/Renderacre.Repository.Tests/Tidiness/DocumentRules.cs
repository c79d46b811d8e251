using System.Text.RegularExpressions;

namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>Rules for the documents: what they name must be there.</summary>
internal static partial class DocumentRules
{
    private static readonly string[] Folders = ["src/", "tests/", "bench/", "docs/", "eng/", "examples/", "deploy/"];

    /// <summary>C# files and paths in backticks that are not among <paramref name="paths"/>.</summary>
    public static IEnumerable<Finding> MissingFiles(TextFile document, IReadOnlyCollection<string> paths)
    {
        return document.Lines.SelectMany((text, line) =>
            Quoted().Matches(text)
                .Select(match => match.Groups[1].Value)
                .Where(name => IsPath(name) && !Exists(name.TrimEnd('/'), paths))
                .Select(name => new Finding(document.Path, line + 1, $"names {name}, which is not there")));
    }

    // Patterns and placeholders are no paths.
    private static bool IsPath(string name) =>
        name.IndexOfAny(['*', '<', ' ', '{', '…']) < 0
        && (name.EndsWith(".cs", StringComparison.Ordinal) || Folders.Any(name.StartsWith));

    private static bool Exists(string name, IReadOnlyCollection<string> paths) =>
        paths.Any(path => path == name || path.StartsWith(name + "/", StringComparison.Ordinal)
            || (name.EndsWith(".cs", StringComparison.Ordinal) && path.EndsWith("/" + name, StringComparison.Ordinal)));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
