using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Expressions;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Values;
using OpenJd.Vectors.Expressions;

namespace OpenJd.Vectors.Suites;

/// <summary>What expressions of the expression language evaluate to.</summary>
public sealed class ExpressionSuite : IVectorSuite
{
    /// <inheritdoc/>
    public string Name => "expressions";

    /// <inheritdoc/>
    public JsonObject Answer(JsonElement vector)
    {
        var fields = JsonObject.Create(vector) ?? throw new InvalidDataException("the vector is no JSON object");
        var answer = new JsonObject { ["id"] = fields["id"]?.DeepClone() };
        try
        {
            var value = Evaluate(ExpressionVector.Read(fields));
            var result = new JsonObject { ["type"] = value.Type.ToString() };
            if (value is not UnresolvedValue) result["value"] = value.Text;
            answer["result"] = result;
        }
        catch (ExpressionException error)
        {
            answer["error"] = NameOf(error.Kind);
        }

        return answer;
    }

    /// <inheritdoc/>
    public string? Difference(JsonElement expected, JsonElement actual) =>
        TextOf(expected, "type") == TextOf(actual, "type") && TextOf(expected, "value") == TextOf(actual, "value")
            ? null
            : $"is {actual}, expected {expected}";

    private static ExpressionValue Evaluate(ExpressionVector vector) =>
        Expression.Parse(vector.Text).Evaluate(vector.Symbols, vector.Context, vector.Target);

    private static string? TextOf(JsonElement result, string name) =>
        result.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string NameOf(ExpressionErrorKind kind) => kind switch
    {
        ExpressionErrorKind.Syntax => "syntax",
        ExpressionErrorKind.Name => "name",
        ExpressionErrorKind.Type => "type",
        ExpressionErrorKind.Value => "value",
        ExpressionErrorKind.Limit => "limit",
    };
}
