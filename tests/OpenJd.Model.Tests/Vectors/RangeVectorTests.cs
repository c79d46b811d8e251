using System.Text.Json;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;

namespace OpenJd.Model.Tests.Vectors;

public sealed class RangeVectorTests
{
    [Fact]
    public void Ranges_have_the_values_that_the_specification_says() =>
        VectorSuite.Judge(VectorSuite.Base("ranges.jsonl"), new Dictionary<string, string>(), DifferenceOf);

    private static string? DifferenceOf(JsonElement vector)
    {
        var text = vector.GetProperty("expr").GetString()!;
        var expected = vector.TryGetProperty("result", out var result)
            ? $"{result.GetProperty("values_count")} from {result.GetProperty("first")} to "
                + $"{result.GetProperty("last")}: "
                + result.GetProperty("canonical").GetString()
            : "an error";
        var actual = Answer(text, out var message);
        return actual == expected ? null : $"'{text}' is {actual} {message}, expected {expected}";
    }

    private static string Answer(string text, out string? message)
    {
        message = null;
        try
        {
            var range = RangeExpression.Parse(text);
            return FormattableString.Invariant($"{range.Count} from {range[0]} to {range[range.Count - 1]}: {range}");
        }
        catch (ExpressionException exception)
        {
            message = exception.Message;
            return "an error";
        }
    }
}
