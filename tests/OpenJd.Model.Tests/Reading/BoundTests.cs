using OpenJd.Model.Reading;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>
/// Each number that the specification bounds something by: at the bound all is well, one past it not.
/// </summary>
public sealed class BoundTests
{
    private static readonly Dictionary<string, (int Bound, Func<int, string> Template, string Error)> Bounds = new()
    {
        ["a job's name, in characters"] = (
            128,
            count => TemplateText.Head.Replace("J\n", Many("n", count) + "\n", StringComparison.Ordinal)
                + TemplateText.OneStep,
            "A job's name has 129 characters; 128 are the most."),
        ["a description, in characters"] = (
            2048,
            count => TemplateText.WithField($"description: {Many("d", count)}"),
            "A description has 2049 characters; 2048 are the most."),
        ["parameters"] = (
            50,
            count =>
                TemplateText.WithField($"parameterDefinitions: [{List(count, i => $"{{name: P{i}, type: INT}}")}]"),
            "parameterDefinitions has 51 elements; 50 are the most."),
        ["a parameter's name"] = (
            64,
            count => TemplateText.WithParameter($"{{name: {Many("p", count)}, type: INT}}"),
            "A parameter's name has 65 characters; 64 are the most."),
        ["a STRING"] = (
            1024,
            count => TemplateText.WithParameter($"{{name: P, type: STRING, default: {Many("x", count)}}}"),
            "The value has 1025 characters; 1024 are the most."),
        ["a label"] = (
            64,
            count => TemplateText.WithParameter(
                $"{{name: P, type: STRING, userInterface: {{label: {Many("x", count)}}}}}"),
            "A label has 65 characters; 64 are the most."),
        ["file filters"] = (
            20,
            count => Filters(List(count, i => "{label: L, patterns: ['*']}")),
            "fileFilters has 21 elements; 20 are the most."),
        ["a file filter's pattern"] = (
            20,
            count => Filters($"{{label: L, patterns: ['*.{Many("x", count - 2)}']}}"),
            "A pattern has 21 characters; 20 are the most."),
        ["a step's name"] = (
            64,
            count => $"{TemplateText.Head}steps: [{{name: {Many("s", count)}, "
                + "script: {actions: {onRun: {command: run}}}}]\n",
            "A step's name has 65 characters; 64 are the most."),
        ["an environment's name"] = (
            64,
            count => TemplateText.WithEnvironment($"{{name: {Many("e", count)}, variables: {{A: x}}}}"),
            "An environment's name has 65 characters; 64 are the most."),
        ["a variable's name"] = (
            256,
            count => TemplateText.WithEnvironment($"{{name: E, variables: {{{Many("V", count)}: x}}}}"),
            "A variable's name has 257 characters; 256 are the most."),
        ["a variable's value"] = (
            2048,
            count => TemplateText.WithEnvironment($"{{name: E, variables: {{A: {Many("x", count)}}}}}"),
            "A variable's value has 2049 characters; 2048 are the most."),
        ["host requirements"] = (
            50,
            count => Requirements($"amounts: [{List(count - 1, i => $"{{name: amount.a{i}, min: 1}}")}], "
                + "attributes: [{name: attr.a, anyOf: [x]}]"),
            "hostRequirements have 51 elements; 50 are the most."),
        ["values of a capability"] = (
            50,
            count => Requirements($"attributes: [{{name: attr.a, anyOf: [{List(count, i => $"v{i}")}]}}]"),
            "anyOf has 51 elements; 50 are the most."),
        ["a capability's name"] = (
            100,
            count => Requirements($"amounts: [{{name: amount.{Many("a", count - 7)}, min: 1}}]"),
            "A capability's name has 101 characters; 100 are the most."),
        ["a capability's value"] = (
            100,
            count => Requirements($"attributes: [{{name: attr.a, anyOf: [{Many("v", count)}]}}]"),
            "A capability's value has 101 characters; 100 are the most."),
        ["task parameters"] = (
            16,
            count => TemplateText.WithStepField(
                $"parameterSpace: {{taskParameterDefinitions: "
                    + $"[{List(count, i => $"{{name: P{i}, type: INT, range: [1]}}")}]}}"),
            "taskParameterDefinitions has 17 elements; 16 are the most."),
        ["values of a task parameter"] = (
            1024,
            count => TemplateText.WithTaskParameter($"{{name: P, type: INT, range: [{List(count, i => $"{i}")}]}}"),
            "range has 1025 elements; 1024 are the most."),
        ["a value of a task parameter"] = (
            1024,
            count => TemplateText.WithTaskParameter($"{{name: P, type: STRING, range: [{Many("x", count)}]}}"),
            "A value has 1025 characters; 1024 are the most."),
        ["a combination"] = (
            1280,
            count => TemplateText.WithTaskParameter(
                "{name: P, type: INT, range: 1-9}", $"\n    combination: 'P{Many(" ", count - 1)}'"),
            "combination has 1281 characters; 1280 are the most."),
        ["seconds of notice"] = (
            600,
            count => TemplateText.WithAction(
                $"{{command: run, cancelation: {{mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: {count}}}}}"),
            "notifyPeriodInSeconds cannot be 601: it is a whole number from 1 to 600."),
        ["an embedded file's name"] = (
            64,
            count => File($"name: {Many("f", count)}"),
            "An embedded file's name has 65 characters; 64 are the most."),
        ["a file name"] = (
            64,
            count => File($"name: F, filename: {Many("f", count)}"),
            "filename has 65 characters; 64 are the most."),
    };

    public static TheoryData<string> Names => [.. Bounds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bound_is_reached_and_not_passed(string name)
    {
        var (bound, template, error) = Bounds[name];
        Assert.Empty(TemplateText.ErrorsOf(template(bound)));
        Assert.Equal([error], TemplateReader.Check(template(bound + 1)).Select(one => one.Message));
    }

    [Fact]
    public void A_character_is_a_code_point()
    {
        var name = Many("😀", 128);
        Assert.Empty(
            TemplateText.ErrorsOf($"specificationVersion: jobtemplate-2023-09\nname: {name}\n{TemplateText.OneStep}"));
    }

    [Fact]
    public void Range_expressions_steps_and_arguments_have_no_bound_of_their_own()
    {
        var steps = List(500, i => $"{{name: S{i}, script: {{actions: {{onRun: {{command: run}}}}}}}}");
        Assert.Empty(TemplateText.ErrorsOf($"{TemplateText.Head}steps: [{steps}]\n"));
        Assert.Empty(
            TemplateText.ErrorsOf(TemplateText.WithAction($"{{command: run, args: [{List(5000, i => "a")}]}}")));
        Assert.Empty(TemplateText.ErrorsOf(
            TemplateText.WithTaskParameter("{name: P, type: INT, range: 1-1000000000000}")));
    }

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string List(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static string Filters(string filters) => TemplateText.WithParameter(
        $"{{name: P, type: PATH, objectType: FILE, userInterface: {{fileFilters: [{filters}]}}}}");

    private static string Requirements(string requirements) =>
        TemplateText.WithStepField($"hostRequirements: {{{requirements}}}");

    private static string File(string fields) => TemplateText.WithScript(
        $"actions: {{onRun: {{command: run}}}}\n    embeddedFiles: [{{{fields}, type: TEXT, data: x}}]");
}
