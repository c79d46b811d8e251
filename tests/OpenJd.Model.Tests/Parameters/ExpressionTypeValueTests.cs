using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Tests.Parameters;

/// <summary>Values of the types that EXPR adds. Source: template schemas §2.9 to §2.16.</summary>
public sealed class ExpressionTypeValueTests
{
    [Theory]
    [InlineData("BOOL", "true", "true")]
    [InlineData("BOOL", "\"YES\"", "true")]
    [InlineData("BOOL", "\"on\"", "true")]
    [InlineData("BOOL", "1", "true")]
    [InlineData("BOOL", "1.0", "true")]
    [InlineData("BOOL", "\"1\"", "true")]
    [InlineData("BOOL", "false", "false")]
    [InlineData("BOOL", "\"No\"", "false")]
    [InlineData("BOOL", "\"off\"", "false")]
    [InlineData("BOOL", "0", "false")]
    [InlineData("BOOL", "0.0", "false")]
    [InlineData("RANGE_EXPR", "\" 1 - 3, 4,9-7:-1 \"", "1-4,7-9")]
    [InlineData("RANGE_EXPR", "5", "5")]
    [InlineData("LIST[STRING]", "[\"a\", \"\", 5, 1.50]", "[\"a\", \"\", \"5\", \"1.5\"]")]
    [InlineData("LIST[STRING]", "\"[\\\"a\\\"]\"", "[\"a\"]")]
    [InlineData("LIST[STRING]", "[]", "[]")]
    [InlineData("LIST[PATH]", "[\"a\", \"/b/../c\", \"s3://x/../y\", \"\"]",
        "[\"/home/ana/a\", \"/b/../c\", \"s3://x/../y\", \"\"]")]
    [InlineData("LIST[INT]", "[1, -2]", "[1, -2]")]
    [InlineData("LIST[INT]", "\"[1, 2]\"", "[1, 2]")]
    [InlineData("LIST[FLOAT]", "[1, 2.50, 1e3]", "[1.0, 2.5, 1000.0]")]
    [InlineData("LIST[BOOL]", "[true, \"no\", 1]", "[true, false, true]")]
    [InlineData("LIST[LIST[INT]]", "[[1, 2], []]", "[[1, 2], []]")]
    public void A_value_is_taken_in_each_of_its_forms(string type, string json, string value)
    {
        var job = Create($"{{name: V, type: \"{type}\"}}", json);
        Assert.True(job.IsValid, string.Join('\n', job.Errors));
        Assert.Equal(value, Assert.Single(job.Value.Parameters).Value);
    }

    [Theory]
    [InlineData("BOOL", "\"t\"", "The value 't' is not true or false.")]
    [InlineData("BOOL", "2", "The value '2' is not true or false.")]
    [InlineData("BOOL", "null", "The value must be true or false, not null.")]
    [InlineData("RANGE_EXPR", "\"1-\"", "The value '1-' is not a range of whole numbers such as 1-10:2,20.")]
    [InlineData("LIST[STRING]", "\"a\"", "The value must be a list of texts, not text.")]
    [InlineData("LIST[STRING]", "[null]", "Item 0: The value must be text, not null.")]
    [InlineData("LIST[INT]", "[1, 2.0]", "Item 1: The value must be a whole number of 64 bits, not the number 2.0.")]
    [InlineData("LIST[INT]", "[\"1\"]", "Item 0: The value must be a whole number of 64 bits, not text.")]
    [InlineData("LIST[INT]", "[9223372036854775808]",
        "Item 0: The value '9223372036854775808' is not a whole number of 64 bits.")]
    [InlineData("LIST[LIST[INT]]", "[[1], [true]]",
        "Item 1: Item 0: The value must be a whole number of 64 bits, not the boolean true.")]
    public void A_value_of_another_type_is_refused(string type, string json, string message) => Assert.Equal(
        message, Assert.Single(Create($"{{name: V, type: \"{type}\"}}", json).Errors).Message);

    [Theory]
    [InlineData("\"LIST[STRING]\", minLength: 1", "[]", "The list has 0 items; 1 are the fewest.")]
    [InlineData("\"LIST[STRING]\", maxLength: 1", "[\"a\", \"b\"]", "The list has 2 items; 1 are the most.")]
    [InlineData("\"LIST[STRING]\", item: {allowedValues: [a]}", "[\"a\", \"b\"]",
        "Item 1: The value 'b' is not one of the allowed: a.")]
    [InlineData("\"LIST[STRING]\", item: {minLength: 2}", "[\"a\"]",
        "Item 0: The value 'a' has 1 character; 2 are the fewest.")]
    [InlineData("\"LIST[PATH]\", item: {maxLength: 11}", "[\"a\", \"ab\"]",
        "Item 1: The value '/home/ana/ab' has 12 characters; 11 are the most.")]
    [InlineData("\"LIST[INT]\", item: {maxValue: 5}", "[5, 6]", "Item 1: The value 6 is above maxValue 5.")]
    [InlineData("\"LIST[FLOAT]\", item: {minValue: 0.5}", "[0.25]", "Item 0: The value 0.25 is below minValue 0.5.")]
    [InlineData("\"LIST[LIST[INT]]\", item: {maxLength: 1}", "[[1], [1, 2]]",
        "Item 1: The list has 2 items; 1 are the most.")]
    [InlineData("\"LIST[LIST[INT]]\", item: {item: {minValue: 1}}", "[[1], [2, 0]]",
        "Item 1: Item 1: The value 0 is below minValue 1.")]
    public void A_list_and_its_items_are_held_to_their_constraints(string type, string json, string message) =>
        Assert.Equal(message, Assert.Single(Create($"{{name: V, type: {type}}}", json).Errors).Message);

    [Theory]
    [InlineData("[a/../b, '', 's3://x/y']", "[\"/show/b\", \"\", \"s3://x/y\"]")]
    [InlineData("[]", "[]")]
    public void A_list_of_default_paths_is_joined_to_the_templates_directory(string fallback, string value) =>
        Assert.Equal(
            value, Create($"{{name: V, type: \"LIST[PATH]\", default: {fallback}}}", null).Value!.Parameters[0].Value);

    [Theory]
    [InlineData("[a, /b]", "The default '/b' must be a relative path: it is joined to the template's directory.")]
    [InlineData("[a, ../b]", "The default '../b' leads out of the template's directory.")]
    public void No_default_path_of_a_list_leads_elsewhere(string fallback, string message) => Assert.Equal(
        message,
        Assert.Single(Create($"{{name: V, type: \"LIST[PATH]\", default: {fallback}}}", null).Errors).Message);

    [Fact]
    public void Constraints_on_items_are_merged_with_those_of_environment_templates()
    {
        const string environment = """
            specificationVersion: environment-2023-09
            extensions: [EXPR]
            parameterDefinitions:
            - {name: V, type: "LIST[LIST[INT]]", maxLength: 3, item: {maxLength: 2, item: {minValue: 1, maxValue: 9}}}
            environment: {name: E, variables: {A: b}}
            """;
        const string own = "{name: V, type: \"LIST[LIST[INT]]\", item: {minLength: 1, item: {minValue: 3}}}";
        string[] Messages(string json) => [.. Create(own, json, environment).Errors.Select(error => error.Message)];

        Assert.Empty(Messages("[[3, 9]]"));
        Assert.Equal(["The list has 4 items; 3 are the most."], Messages("[[3], [3], [3], [3]]"));
        Assert.Equal(["Item 0: The list has 3 items; 2 are the most."], Messages("[[3, 3, 3]]"));
        Assert.Equal(["Item 0: Item 0: The value 2 is below minValue 3."], Messages("[[2]]"));
        Assert.Equal(["Item 0: Item 0: The value 10 is above maxValue 9."], Messages("[[10]]"));
    }

    private static Validated<Job> Create(string definition, string? json, params string[] environments) =>
        new JobSubmission
        {
            Template = $$"""
                specificationVersion: jobtemplate-2023-09
                extensions: [EXPR]
                name: J
                parameterDefinitions:
                - {{definition}}
                steps: [{name: S, script: {actions: {onRun: {command: run} } } }]
                """,
            EnvironmentTemplates = environments,
            Parameters = json is null
                ? new Dictionary<string, DocumentNode>()
                : new Dictionary<string, DocumentNode> { ["V"] = DocumentReader.Read(json) },
            Paths = new PathContext("/show", "/home/ana"),
        }.CreateJob();
}
