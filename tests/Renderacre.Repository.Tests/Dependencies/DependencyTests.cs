namespace Renderacre.Repository.Tests.Dependencies;

/// <summary>Dependencies point downward only: this graph, the document and the projects agree.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["OpenJd.Expressions"] = [],
        ["OpenJd.Model"] = ["OpenJd.Expressions"],
        ["OpenJd.Sessions"] = ["OpenJd.Model"],
        ["OpenJd.Cli"] = ["OpenJd.Model", "OpenJd.Sessions"],
        ["Renderacre.Contracts"] = [],
        ["Renderacre.Farm"] = ["Renderacre.Contracts"],
        ["Renderacre.Storage"] = ["Renderacre.Contracts", "Renderacre.Farm"],
        ["Renderacre.Client"] = ["Renderacre.Contracts"],
        ["Renderacre.Controller"] = ["OpenJd.Model", "Renderacre.Contracts", "Renderacre.Farm", "Renderacre.Storage"],
        ["Renderacre.Worker"] = ["OpenJd.Model", "OpenJd.Sessions", "Renderacre.Client", "Renderacre.Contracts"],
        ["Renderacre.Cli"] =
        [
            "OpenJd.Cli", "OpenJd.Model", "Renderacre.Client", "Renderacre.Contracts", "Renderacre.Controller",
            "Renderacre.Worker",
        ],
        ["Renderacre.Python"] = ["OpenJd.Model", "Renderacre.Client", "Renderacre.Contracts"],
    };

    [Fact]
    public void Projects_depend_only_on_what_stands_below_them()
    {
        var projects = RepositoryFiles.Texts
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(projects);
        Finding.AssertNone(projects.SelectMany(project => ProjectGraph.Check(project, Allowed)));
    }

    [Fact]
    public void The_architecture_document_shows_the_same_graph() =>
        Assert.Equal(Sorted(Allowed), Sorted(ProjectGraph.Parse(RepositoryFiles.Read("docs/architecture.md"))));

    [Fact]
    public void No_project_reaches_itself() =>
        Assert.DoesNotContain(Allowed.Keys, project => ProjectGraph.ReachedFrom(project, Allowed).Contains(project));

    [Fact]
    public void The_OpenJD_projects_know_nothing_of_the_farm()
    {
        var reached = Allowed.Keys.Where(IsOpenJd).SelectMany(project => ProjectGraph.ReachedFrom(project, Allowed));

        Assert.All(reached, project => Assert.True(IsOpenJd(project), project));
    }

    private static bool IsOpenJd(string project) => project.StartsWith("OpenJd.", StringComparison.Ordinal);

    private static string[] Sorted(IReadOnlyDictionary<string, string[]> graph) =>
        [.. graph.Select(pair => $"{pair.Key} -> {string.Join(", ", pair.Value.Order())}").Order()];
}
