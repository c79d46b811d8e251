using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Vectors.Suites;

/// <summary>Which numbers a range expression names.</summary>
public sealed class RangeSuite : IVectorSuite
{
    /// <inheritdoc/>
    public string Name => "ranges";

    /// <inheritdoc/>
    public JsonObject Answer(JsonElement vector)
    {
        var answer = new JsonObject { ["id"] = vector.GetProperty("id").GetString() };
        try
        {
            var range = RangeExpression.Parse(vector.GetProperty("expr").GetString()!);
            answer["result"] = new JsonObject
            {
                ["values_count"] = range.Count,
                ["first"] = range[0],
                ["last"] = range[range.Count - 1],
                ["canonical"] = range.ToString(),
            };
        }
        catch (ExpressionException error)
        {
            answer["error"] = error.Message;
        }

        return answer;
    }

    /// <inheritdoc/>
    public string? Difference(JsonElement expected, JsonElement actual) =>
        expected.EnumerateObject().All(one => JsonElement.DeepEquals(one.Value, actual.GetProperty(one.Name)))
            ? null
            : $"is {actual}, expected {expected}";
}
