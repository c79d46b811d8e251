using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenJd.Model.Documents;

namespace OpenJd.Cli.Tests.Running;

/// <summary>A job test of the official conformance suite, and how its run is judged.</summary>
internal sealed partial class ConformanceCase
{
    private const string FolderVariable = "OPENJD_CONFORMANCE_DIR";

    private const string AbsoluteDefault = "its default has absolute elements, which §2.12 with §2.2 refuses, as "
        + "2.12--list-path-default-absolute-posix.invalid.test.yaml demands";

    private const string RelativeDefault = "it expects the elements of its default as they were written, but §2.12 "
        + "with §2.2 joins them to the template's folder, as "
        + "2.12--list-path-default-within-template-dir.test.yaml demands";

    // Files that contradict the specification's text, and why.
    private static readonly Dictionary<string, string> Contradictions = new(StringComparer.Ordinal)
    {
        ["2.12--list-path-param-mapping.test.yaml"] = AbsoluteDefault,
        ["2.12--list-path-param-mapping-posix.test.yaml"] = AbsoluteDefault,
        ["2.12--list-path-param-runtime.test.yaml"] = RelativeDefault,
        ["2.12--list-path-param-runtime-posix.test.yaml"] = RelativeDefault,
    };

    private readonly MappingNode _test;
    private readonly string _name;

    private ConformanceCase(string path, MappingNode test) => (_name, _test) = (Path.GetFileName(path), test);

    /// <summary>The folder of the suite, or null where it is not on this machine.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>The paths of the job tests of a part of the suite.</summary>
    /// <param name="component">The part: base, or an extension's name.</param>
    public static IEnumerable<string> PathsOf(string component) => Root is null
        ? []
        : Directory.EnumerateDirectories(Root)
            .Select(version => Path.Combine(version, component, "jobs"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.test.yaml"))
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal);

    /// <summary>The paths of all templates that are to be checked.</summary>
    public static IEnumerable<string> TemplatePaths() => Root is null
        ? []
        : Directory.EnumerateDirectories(Root, "*_templates", SearchOption.AllDirectories)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .Where(path => Path.GetExtension(path) is ".yaml" or ".json")
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether the test is for this system.</summary>
    public bool RunsHere => Child("runOn") is not { } systems
        || Texts(systems).Contains(OperatingSystem.IsWindows() ? "windows" : "posix");

    /// <summary>Why the test is not run though it is for this system, or null.</summary>
    public string? Contradiction => Contradictions.GetValueOrDefault(_name);

    public static ConformanceCase Read(string path) =>
        new(path, (MappingNode)DocumentReader.ReadFile(Path.Combine(Root ?? "", path)));

    /// <summary>Writes the test's files.</summary>
    /// <returns>The arguments of the run.</returns>
    public IReadOnlyList<string> Prepare(string folder)
    {
        string Write(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            return Path.Combine(folder, name);
        }

        var args = new List<string> { "run", Write("template.yaml", Json(Child("template")!)) };
        if (Child("parameters") is { } parameters)
            args.AddRange(["-p", $"file://{Write("parameters.yaml", Json(parameters))}"]);
        foreach (var (number, environment) in (Child("environments") as SequenceNode)?.Items.Index() ?? [])
            args.AddRange(["--env", Write($"env{number}.yaml", Json(environment))]);
        if (Child("pathMapping") is { } rules)
        {
            var document = $$"""{"version": "pathmapping-1.0", "path_mapping_rules": {{Json(rules)}}}""";
            args.AddRange(["--path-mapping-rules", $"file://{Write("pathmapping.json", document)}"]);
        }

        return args;
    }

    /// <summary>Judges a run; fails where the suite's runner would count it as failed.</summary>
    /// <param name="exitCode">The exit code.</param>
    /// <param name="output">Standard output, and behind it standard error.</param>
    public void Judge(int exitCode, string output)
    {
        if (_name.Contains(".invalid.", StringComparison.Ordinal))
        {
            Assert.True(exitCode != 0, $"is to fail, but did not:\n{output}");
            return;
        }

        if (Child("expected") is not MappingNode expected)
            return;
        if (Child(expected, "taskFailure") is { } failure)
            JudgeFailure(failure as MappingNode, exitCode, output);
        var system = OperatingSystem.IsWindows() ? "windows" : "posix";
        foreach (var wanted in Items(expected, "output", $"output_{system}"))
        {
            var any = wanted is MappingNode choice ? Texts(Child(choice, "anyOf")!) : Texts(wanted);
            Assert.True(
                any.Any(text => output.Contains(text, StringComparison.Ordinal)),
                $"none of [{string.Join(" | ", any)}] is in:\n{output}");
        }

        foreach (var forbidden in Items(expected, "forbidden", $"forbidden_{system}").SelectMany(Texts))
        {
            Assert.False(
                output.Contains(forbidden, StringComparison.Ordinal), $"'{forbidden}' may not be in:\n{output}");
        }
    }

    private static void JudgeFailure(MappingNode? failure, int exitCode, string output)
    {
        Assert.True(exitCode != 0, $"a task is to fail, but did not:\n{output}");
        if (failure is null || Child(failure, "exitCode") is not ScalarNode wanted)
            return;
        var codes = ExitCodes().Matches(output).Select(match => match.Groups[1].Value).Where(code => code != "0");
        Assert.Equal(wanted.Text, codes.FirstOrDefault());
    }

    private static IEnumerable<DocumentNode> Items(MappingNode expected, params string[] names) =>
        names.SelectMany(name => (Child(expected, name) as SequenceNode)?.Items ?? []);

    private static IReadOnlyList<string> Texts(DocumentNode node) => node switch
    {
        SequenceNode sequence => [.. sequence.Items.SelectMany(Texts)],
        ScalarNode scalar => [scalar.Text],
        _ => throw new InvalidDataException($"line {node.Line}: a text or a list of texts is expected"),
    };

    private DocumentNode? Child(string name) => Child(_test, name);

    private static DocumentNode? Child(MappingNode map, string name) =>
        map.Entries.FirstOrDefault(entry => entry.Name == name)?.Value;

    // JSON is YAML too.
    private static string Json(DocumentNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, node);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, DocumentNode node)
    {
        switch (node)
        {
            case MappingNode map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Name);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case SequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                json.WriteStringValue(text.Text);
                break;
            case ScalarNode scalar:
                json.WriteRawValue(
                    scalar.Kind == ScalarKind.Integer ? Whole(scalar.Text) : scalar.Text.ToLowerInvariant(),
                    skipInputValidation: true);
                break;
        }
    }

    private static string Whole(string text) =>
        System.Numerics.BigInteger.TryParse(text, CultureInfo.InvariantCulture, out var number) ? $"{number}" : text;

    private static string? FindRoot()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } given)
            return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "..", "shared", "openjd", "conformance");
            if (File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")) && Directory.Exists(found))
                return Path.GetFullPath(found);
        }

        return null;
    }

    [GeneratedRegex(@"exited with code:\s*(-?\d+)")]
    private static partial Regex ExitCodes();
}
