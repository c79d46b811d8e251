using System.Text.Json;
using OpenJd.Model.Reading;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Tests.Vectors;

public sealed class TemplateVectorTests
{
    private static readonly Dictionary<string, string> Exceptions = [];

    [Fact]
    public void Templates_are_accepted_and_refused_as_the_specification_says() =>
        VectorSuite.Judge(VectorSuite.All("templates.jsonl").Where(IsInScope), Exceptions, DifferenceOf);

    // Templates with expressions follow.
    private static bool IsInScope(JsonElement vector) =>
        !vector.GetProperty("template").GetRawText().Contains("\"EXPR\"", StringComparison.Ordinal);

    private static string? DifferenceOf(JsonElement vector)
    {
        var errors = ErrorsOf(vector);
        if (vector.GetProperty("accept").GetBoolean())
            return errors.Count == 0 ? null : $"accepted by the vector, refused here: {string.Join("; ", errors)}";
        return errors.Count > 0 ? null : $"refused by the vector ({vector.GetProperty("why")}), accepted here";
    }

    private static List<string> Supported(JsonElement vector) =>
        [.. vector.GetProperty("extensions_supported").EnumerateArray().Select(name => name.GetString()!)];

    private static IReadOnlyList<ValidationError> ErrorsOf(JsonElement vector)
    {
        var template = vector.GetProperty("template").GetRawText();
        var options = new TemplateOptions { SupportedExtensions = Supported(vector) };
        return vector.GetProperty("kind").GetString() == "job"
            ? TemplateReader.ReadJobTemplate(template, options).Errors
            : TemplateReader.ReadEnvironmentTemplate(template, options).Errors;
    }
}
