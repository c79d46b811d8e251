using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Evaluation;

/// <summary>
/// Numbers and booleans from other values, exactly or not at all. Source: expression language §1.2.3.
/// </summary>
internal static class TextConversion
{
    private const int MaxShown = 40;

    // 2^63: the first float beyond the ints.
    private const double IntEnd = 9223372036854775808.0;

    public static long ToInt(string text) =>
        IntValue.TryParse(text)?.Value ?? throw Refused(text, "an int: a whole number of 64 bits would be right");

    public static long ToInt(double number) => number == Math.Floor(number) && number >= -IntEnd && number < IntEnd
        ? (long)number
        : throw ValueError.Of(
            $"{FloatText.Shortest(number)} is no int: only a whole number of 64 bits converts, and floor(), ceil() "
                + "and round() make one.");

    public static FloatValue ToFloat(string text) =>
        FloatValue.TryParse(text) ?? throw Refused(text, "a float: a finite decimal number would be right");

    public static RangeExpression ToRange(string text)
    {
        try
        {
            return RangeExpression.Parse(text);
        }
        catch (ExpressionException error) when (error.Kind != ExpressionErrorKind.Limit)
        {
            throw Refused(text, $"a range expression such as 1-10:2. {error.Reason}");
        }
    }

    public static bool ToBool(string text) => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" or "ON" or "YES" => true,
        "0" or "FALSE" or "OFF" or "NO" => false,
        _ => throw Refused(text, "a bool: true, yes, on or 1, or false, no, off or 0 would be right"),
    };

    private static ExpressionException Refused(string text, string what)
    {
        var shown = text.Length <= MaxShown ? text : text[..MaxShown] + "...";
        return ValueError.Of($"'{shown}' is not {what.TrimEnd('.')}.");
    }
}
