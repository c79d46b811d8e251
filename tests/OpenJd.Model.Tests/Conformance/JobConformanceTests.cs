using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Templates;
using OpenJd.Model.Tests.Support;
using OpenJd.Model.Validation;
using YamlDotNet.RepresentationModel;

namespace OpenJd.Model.Tests.Conformance;

/// <summary>The official suite's jobs as far as making them goes; running them is for the sessions' tests.</summary>
public sealed class JobConformanceTests
{
    private const string AbsoluteDefault =
        "TS 2.12, default: each element follows the rules for the default of a PATH, of which 2.2 says "
            + "'The default must be a relative path. An absolute path is an error.' The suite's own "
            + "2.12--list-path-default-absolute-posix.invalid.test.yaml has it refused";

    /// <summary>Jobs that the suite runs and the specification's text refuses, and the words that do.</summary>
    private static readonly Dictionary<string, string> Contradicted = new(StringComparer.Ordinal)
    {
        ["2023-09/EXPR/jobs/2.12--list-path-param-mapping.test.yaml"] = AbsoluteDefault,
        ["2023-09/EXPR/jobs/2.12--list-path-param-mapping-posix.test.yaml"] = AbsoluteDefault,
    };

    public static TheoryData<string> Refused => JobFiles(isInvalid: true);

    public static TheoryData<string> Made => JobFiles(isInvalid: false);

    [Fact]
    public void The_jobs_are_there()
    {
        var isExpected = SharedFolder.MustBeThere || ConformanceSuite.Directory is not null;
        Assert.SkipUnless(isExpected, "The official suite is not on this machine.");
        Assert.NotEmpty(Refused);
        Assert.NotEmpty(Made);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Refused))]
    public void A_job_is_refused_before_it_runs(string path)
    {
        var job = Create(path);
        Assert.False(job.IsValid, path);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Made))]
    public void A_job_is_made(string path)
    {
        var job = Create(path);
        Assert.True(
            job.IsValid != Contradicted.ContainsKey(path),
            $"{path}: {string.Join("; ", job.Errors)} {Contradicted.GetValueOrDefault(path)}");
    }

    private static TheoryData<string> JobFiles(bool isInvalid)
    {
        var data = new TheoryData<string>();
        foreach (var extension in (string[])["base", .. ExtensionNames.Known])
        {
            foreach (var file in ConformanceSuite.Files($"2023-09/{extension}/jobs", ".test.yaml"))
            {
                var isRefused = file.Data.Contains(".invalid.", StringComparison.Ordinal);
                if (isRefused == isInvalid) data.Add(file.Data);
            }
        }

        return data;
    }

    private static Validated<Job> Create(string path)
    {
        var file = (MappingNode)DocumentReader.Read(ConformanceSuite.Read(path));
        var parameters = (Find(file, "parameters") as MappingNode)?.Entries ?? [];
        return new JobSubmission
        {
            Template = Yaml(path, "template")[0],
            EnvironmentTemplates = Yaml(path, "environments"),
            Parameters = parameters.ToDictionary(entry => entry.Name, entry => entry.Value),
            Paths = IsForWindows(file)
                ? new PathContext(@"C:\show\templates", @"C:\Users\artist")
                : new PathContext("/show/templates", "/home/artist"),
        }.CreateJob();
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
