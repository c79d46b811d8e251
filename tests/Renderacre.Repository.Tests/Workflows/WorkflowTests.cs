using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Renderacre.Repository.Tests.Workflows;

public sealed partial class WorkflowTests
{
    private const string Good = """
        name: x
        on: push
        permissions: { contents: read }
        jobs:
          a:
            runs-on: ubuntu-24.04
            timeout-minutes: 1
            steps: [{ uses: actions/checkout@v5 }, { run: "true" }]

        """;

    [Fact]
    public void Every_workflow_keeps_the_rules()
    {
        Assert.Equal(["ci.yml", "release.yml"], Workflow.All.Select(one => Path.GetFileName(one.Path)).Order());
        Finding.AssertNone(Workflow.All.SelectMany(WorkflowRules.Check));
    }

    [Theory]
    [InlineData("permissions", "permission")]
    [InlineData("timeout-minutes", "timeout")]
    [InlineData("actions/checkout@v5", "actions/checkout")]
    [InlineData("{ run: \"true\" }", "{ name: nothing }")]
    [InlineData("    steps:", "    needs: b\n    steps:")]
    [InlineData("    steps:", "    permissions: { id-token: write }\n    steps:")]
    public void A_workflow_that_breaks_a_rule_is_found(string good, string bad)
    {
        Assert.Empty(WorkflowRules.Check(Workflow.Parse("good.yml", Good)));
        Assert.Single(WorkflowRules.Check(Workflow.Parse("bad.yml", Good.Replace(good, bad))));
    }

    [Fact]
    public void Only_a_tag_starts_a_release_by_itself() =>
        Assert.DoesNotContain("branches", Release.Text("on"));

    [Fact]
    public void A_release_has_the_wheels_of_all_platforms()
    {
        string[] wanted = ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-x64"];
        var backend = RepositoryFiles.Read("python/backend/platforms.py").Text;

        Assert.Equal(wanted, Rids(Release).Order());
        Assert.All(Workflow.All.SelectMany(Rids), rid => Assert.Contains($"\"{rid}\": Platform(", backend));
    }

    [Fact]
    public void Workflows_call_only_verbs_and_files_that_are_there()
    {
        var dev = RepositoryFiles.Read("dev").Text;
        var texts = Workflow.All.Select(workflow => RepositoryFiles.Read(workflow.Path).Text).ToArray();
        var verbs = texts.SelectMany(text => Verb().Matches(text)).Select(match => match.Groups[1].Value).Distinct();
        var files = texts.SelectMany(text => Script().Matches(text)).Select(match => match.Value).Distinct();

        Assert.Equal(["publish", "test", "wheel"], verbs.Order());
        Assert.All(verbs, verb => Assert.Contains($"\n    say \"  {verb} ", dev));
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, file)), file));
    }

    private static Workflow Release =>
        Workflow.All.Single(workflow => workflow.Path == ".github/workflows/release.yml");

    private static IEnumerable<string> Rids(Workflow workflow) => workflow.Jobs.Values
        .Select(job => Workflow.Find(job, "strategy")).OfType<YamlMappingNode>()
        .Select(strategy => Workflow.Find(strategy, "matrix")).OfType<YamlMappingNode>()
        .Select(matrix => Workflow.Find(matrix, "include")).OfType<YamlSequenceNode>()
        .SelectMany(include => include.Children.OfType<YamlMappingNode>())
        .SelectMany(entry => Workflow.Texts(entry, "rid"));

    [GeneratedRegex(@"(?:\./dev(?:\.ps1)?'? \}\}|\./dev(?:\.ps1)?|\$env:DEV) ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\beng/\w+\.\w+")]
    private static partial Regex Script();
}
