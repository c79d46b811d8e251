using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>Rules that look at the syntax of C#.</summary>
internal static class CodeRules
{
    public const int FileLinesUsual = 400;
    public const int FileLinesMax = 800;
    public const int MethodLinesUsual = 70;

    // Each of these hides a type of the base library from everyone who uses the namespace.
    private static readonly string[] TakenNames = ["Task", "Action", "Environment", "Range", "Index", "TaskStatus"];
    private static readonly string[] EmptyFolderNames = ["Utils", "Helpers", "Managers"];

    /// <summary>Files of more than 400 lines, as the ratchet knows them: <c>file PATH</c>.</summary>
    public static IEnumerable<RatchetFinding> LongFiles(TextFile file)
    {
        var lines = file.Lines.Count;
        if (lines > FileLinesUsual)
            yield return new($"file {file.Path}", new(file.Path, lines, $"is past {FileLinesUsual} lines"));
    }

    /// <summary>Files that no exception may cover.</summary>
    public static IEnumerable<Finding> HugeFiles(TextFile file)
    {
        if (file.Lines.Count > FileLinesMax)
            yield return new(file.Path, file.Lines.Count, $"is past {FileLinesMax} lines: no exception covers that");
    }

    /// <summary>Methods of more than 70 lines, as the ratchet knows them: <c>method PATH NAME</c>.</summary>
    public static IEnumerable<RatchetFinding> LongMethods(TextFile file) =>
        from member in file.Syntax.DescendantNodes()
        where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let span = member.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > MethodLinesUsual
        let name = NameOf(member)
        select new RatchetFinding(
            $"method {file.Path} {name}",
            new(file.Path, span.StartLinePosition.Line + 1, $"{name} has {lines} lines, more than {MethodLinesUsual}"));

    /// <summary>Public types after the first; the parts of one partial type are one.</summary>
    public static IEnumerable<Finding> SecondPublicTypes(TextFile file) =>
        TopLevelTypes(file)
            .Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
            .DistinctBy(NameOf)
            .Skip(1)
            .Select(type => At(file, type, $"{NameOf(type)} is a second public type: give it a file of its own"));

    public static IEnumerable<Finding> TakenTypeNames(TextFile file) =>
        file.Syntax.DescendantNodes()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(node => TakenNames.Contains(NameOf(node)))
            .Select(node => At(file, node, $"{NameOf(node)} is the name of a type of the base library"));

    /// <summary>Folders whose name says nothing of what is in them.</summary>
    public static IEnumerable<Finding> EmptyNames(TextFile file) =>
        file.Path.Split('/').SkipLast(1).Intersect(EmptyFolderNames, StringComparer.OrdinalIgnoreCase)
            .Select(folder => new Finding(file.Path, 1, $"stands in {folder}: name the folder after what is in it"));

    private static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(TextFile file) =>
        file.Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static string NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => $"{Owner(node)}.{method.Identifier.Text}",
        LocalFunctionStatementSyntax function => $"{Owner(node)}.{function.Identifier.Text}",
        ConstructorDeclarationSyntax => $"{Owner(node)}.constructor",
        AccessorDeclarationSyntax accessor => $"{Owner(node)}.{accessor.Keyword.Text}",
        _ => $"{Owner(node)}.{node.Kind()}",
    };

    private static string Owner(SyntaxNode node) =>
        node.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? "program";

    private static Finding At(TextFile file, SyntaxNode node, string problem) =>
        new(file.Path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, problem);
}
