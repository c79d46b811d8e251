namespace Renderacre.Repository.Tests.Dependencies;

public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new() { ["Top"] = ["Below"], ["Below"] = [] };

    [Fact]
    public void A_reference_upward_is_found_with_its_line() =>
        Assert.Equal("src/Below/Below.csproj:2: Below may not depend on Top",
            Assert.Single(ProjectGraph.Check(Project("Below", "Top"), Allowed)).ToString());

    [Fact]
    public void A_reference_downward_is_fine() => Assert.Empty(ProjectGraph.Check(Project("Top", "Below"), Allowed));

    [Fact]
    public void A_project_that_the_graph_does_not_know_is_found() =>
        Assert.Single(ProjectGraph.Check(Project("New", "Below"), Allowed));

    [Fact]
    public void A_cycle_reaches_its_own_start()
    {
        var graph = new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["A"] };

        Assert.Contains("A", ProjectGraph.ReachedFrom("A", graph));
    }

    [Fact]
    public void The_block_of_a_document_is_read()
    {
        const string text = "# A\n```dependencies\nBelow ->\nTop -> Below, Other\n```\nX -> Y\n";

        var graph = ProjectGraph.Parse(new("a.md", text));

        Assert.Equal(["Below", "Top"], graph.Keys.Order());
        Assert.Empty(graph["Below"]);
        Assert.Equal(["Below", "Other"], graph["Top"]);
    }

    private static TextFile Project(string name, string reference) => new(
        $"src/{name}/{name}.csproj",
        $"<Project>\n<ProjectReference Include=\"../{reference}/{reference}.csproj\" />\n</Project>\n");
}
