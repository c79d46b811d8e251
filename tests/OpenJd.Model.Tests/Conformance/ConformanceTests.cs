using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;
using OpenJd.Model.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace OpenJd.Model.Tests.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Templates =>
    [
        .. ConformanceSuite.Files("2023-09/base/job_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/base/job_templates", ".json"),
        .. ConformanceSuite.Files("2023-09/base/env_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/base/env_templates", ".json"),
        .. ConformanceSuite.Files("2023-09/FEATURE_BUNDLE_1/job_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/FEATURE_BUNDLE_1/env_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/TASK_CHUNKING/job_templates", ".yaml"),
    ];

    public static TheoryData<string> Jobs => ConformanceSuite.Files("2023-09/base/jobs", ".test.yaml");

    [Fact]
    public void The_suite_is_there()
    {
        var isExpected = SharedFolder.MustBeThere || ConformanceSuite.Directory is not null;
        Assert.SkipUnless(isExpected, "The official suite is not on this machine.");
        Assert.NotNull(ConformanceSuite.Directory);
        Assert.NotEmpty(Templates);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Templates))]
    public void A_template_is_accepted_or_refused(string path)
    {
        var errors = TemplateReader.Check(ConformanceSuite.Read(path));
        var isRefused = path.Contains(".invalid.", StringComparison.Ordinal);
        Assert.True(isRefused == (errors.Count > 0), $"{path}: {string.Join("; ", errors)}");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Jobs))]
    public void A_job_is_made_or_refused(string path)
    {
        var file = (MappingNode)DocumentReader.Read(ConformanceSuite.Read(path));
        var parameters = (Find(file, "parameters") as MappingNode)?.Entries ?? [];
        var job = new JobSubmission
        {
            Template = Yaml(path, "template")[0],
            EnvironmentTemplates = Yaml(path, "environments"),
            Parameters = parameters.ToDictionary(entry => entry.Name, entry => entry.Value),
            Paths = IsForWindows(file)
                ? new PathContext(@"C:\show\templates", @"C:\Users\artist")
                : new PathContext("/show/templates", "/home/artist"),
        }.CreateJob();
        var isRefused = path.Contains(".invalid.", StringComparison.Ordinal);
        Assert.True(isRefused != job.IsValid, $"{path}: {string.Join("; ", job.Errors)}");
    }

    private static DocumentNode? Find(MappingNode file, string name) =>
        file.Entries.FirstOrDefault(entry => entry.Name == name)?.Value;

    /// <summary>Paths are joined by their text alone, so a Windows submission can be made on any host.</summary>
    private static bool IsForWindows(MappingNode file) =>
        Find(file, "runOn") is SequenceNode { Items: [ScalarNode { Text: "windows" }] };

    private static List<string> Yaml(string path, string key)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(ConformanceSuite.Read(path)));
        if (!((YamlMappingNode)stream.Documents[0].RootNode).Children.TryGetValue(key, out var node)) return [];
        return [.. (node is YamlSequenceNode list ? list.Children : [node]).Select(Write)];
    }

    private static string Write(YamlNode node)
    {
        var writer = new StringWriter();
        new YamlStream(new YamlDocument(node)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }
}
