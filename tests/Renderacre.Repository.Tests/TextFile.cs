using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Renderacre.Repository.Tests;

/// <summary>A text file, by its path from the repository's root with forward slashes.</summary>
internal sealed class TextFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _syntax =
        new(() => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The lines without their ends; the empty one after the last line end is left out.</summary>
    public IReadOnlyList<string> Lines { get; } =
        (text.EndsWith('\n') ? text[..^1] : text).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>The parsed C#.</summary>
    public CompilationUnitSyntax Syntax => _syntax.Value;
}
