using System.Text.Json;
using Json.Schema;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Tests.Conformance;
using OpenJd.Model.Tests.Support;
using OpenJd.Model.Tests.Vectors;

namespace OpenJd.Model.Tests.Schemas;

public sealed class TemplateJsonSchemaTests
{
    private static readonly JsonSchema Job = JsonSchema.FromText(TemplateJsonSchema.OfJobTemplates());
    private static readonly JsonSchema Environment = JsonSchema.FromText(TemplateJsonSchema.OfEnvironmentTemplates());
    private static readonly JsonSchema Either = JsonSchema.FromText(TemplateJsonSchema.OfTemplates());

    public static TheoryData<string> Files =>
        [.. ConformanceSuite.Templates().Where(file => !file.Data.Contains(".invalid.", StringComparison.Ordinal))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public void A_valid_template_of_the_official_suite_fits(string path) =>
        Assert.True(Fits(Either, DocumentReader.Read(ConformanceSuite.Read(path))));

    [Fact]
    public void Every_accepted_vector_fits()
    {
        var vectors = VectorSuite.All("templates.jsonl").Where(vector => vector.GetProperty("accept").GetBoolean());
        var misfits = vectors
            .Where(vector => !Fits(vector))
            .Select(vector => vector.GetProperty("id").GetString())
            .ToList();
        Assert.True(misfits.Count == 0, string.Join('\n', misfits));
    }

    [Fact]
    public void Most_vectors_with_a_fault_in_one_field_do_not_fit()
    {
        string[] reasons = ["unknown-field", "missing-field", "too-short", "too-few", "too-long", "bad-version"];
        var vectors = VectorSuite.All("templates.jsonl")
            .Where(vector => vector.TryGetProperty("why", out var why) && reasons.Contains(why.GetString()))
            .ToList();
        var fitting = vectors.Where(Fits).Select(vector => vector.GetProperty("id").GetString()).ToList();
        // What is left depends on an extension that is not asked for, or on other fields.
        Assert.True(
            fitting.Count * 4 < vectors.Count, $"{fitting.Count} of {vectors.Count}: {string.Join('\n', fitting)}");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("nmae: x", false)]
    [InlineData("description: ''", false)]
    [InlineData("description: null", true)]
    [InlineData("parameterDefinitions: []", false)]
    [InlineData("parameterDefinitions: [{name: A, type: INT, default: 5}]", true)]
    [InlineData("parameterDefinitions: [{name: A, type: INT, default: x}]", false)]
    [InlineData("parameterDefinitions: [{name: A, type: INT, minLength: 5}]", false)]
    [InlineData("parameterDefinitions: [{name: 1A, type: INT}]", false)]
    [InlineData("parameterDefinitions: [{name: A, type: 'list[int]', item: {minValue: 1}}]", true)]
    [InlineData("parameterDefinitions: [{name: A, type: INT, userInterface: {control: SLIDER}}]", false)]
    [InlineData("jobEnvironments: [{name: E}]", false)]
    [InlineData("jobEnvironments: [{name: E, variables: {A: '{{x}}'}}]", true)]
    [InlineData("jobEnvironments: [{name: E, variables: {1: x}}]", false)]
    [InlineData("extensions: [EXPR]", true)]
    [InlineData("extensions: [EXPRR]", false)]
    public void A_field_fits_or_does_not(string fields, bool isFine)
    {
        var text = fields.Replace("{1:", "{'1':", StringComparison.Ordinal);
        Assert.Equal(isFine, Fits(Job, DocumentReader.Read($"{TemplateText.Head}{TemplateText.OneStep}{text}\n")));
    }

    [Fact]
    public void Fields_of_extensions_say_so() => Assert.Contains(
        "\"description\": \"Needs the extension EXPR.\"",
        TemplateJsonSchema.OfJobTemplates(),
        StringComparison.Ordinal);

    private static bool Fits(JsonElement vector) => Fits(
        vector.GetProperty("kind").GetString() == "job" ? Job : Environment,
        DocumentReader.Read(vector.GetProperty("template").GetRawText()));

    private static bool Fits(JsonSchema schema, DocumentNode document)
    {
        using var json = JsonDocument.Parse(NodeJson.Of(document)?.ToJsonString() ?? "null");
        return schema.Evaluate(json.RootElement).IsValid;
    }
}
