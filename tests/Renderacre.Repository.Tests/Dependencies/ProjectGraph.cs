using System.Xml.Linq;

namespace Renderacre.Repository.Tests.Dependencies;

/// <summary>Which project refers to which, as project name to the names it refers to.</summary>
internal static class ProjectGraph
{
    public const string Arrow = "->";
    public const string BlockStart = "```dependencies";

    /// <summary>The projects a project file refers to, by name.</summary>
    public static IReadOnlyList<string> ReferencesOf(string projectXml) =>
        XDocument.Parse(projectXml).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")?.Value
                ?? throw new InvalidOperationException("A ProjectReference has no Include."))
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .ToArray();

    /// <summary>The lines <c>Project -> Project, Project</c> of the document's <c>dependencies</c> block.</summary>
    public static IReadOnlyDictionary<string, string[]> Parse(TextFile document) =>
        document.Lines
            .SkipWhile(line => line != BlockStart).Skip(1)
            .TakeWhile(line => line != "```")
            .Select(line => line.Split(Arrow))
            .ToDictionary(parts => parts[0].Trim(), parts => SplitNames(parts[1]));

    /// <summary>References that the allowed graph does not have, and projects it does not know.</summary>
    public static IEnumerable<Finding> Check(TextFile project, IReadOnlyDictionary<string, string[]> allowed)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        if (!allowed.TryGetValue(name, out var targets))
            return [new(project.Path, 1, $"{name} is not in the graph of DependencyTests and docs/architecture.md")];
        return ReferencesOf(project.Text).Except(targets)
            .Select(target => new Finding(project.Path, LineOf(project, target), $"{name} may not depend on {target}"));
    }

    /// <summary>All projects reached from one, itself left out unless there is a cycle.</summary>
    public static IReadOnlySet<string> ReachedFrom(string project, IReadOnlyDictionary<string, string[]> graph)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(graph[project]);
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next)) continue;
            foreach (var target in graph[next]) open.Push(target);
        }

        return reached;
    }

    private static string[] SplitNames(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int LineOf(TextFile file, string word) =>
        file.Lines.TakeWhile(line => !line.Contains(word)).Count() + 1;
}
