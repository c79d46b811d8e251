using System.Globalization;
using System.Text.RegularExpressions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A whole number of 64 bits.</summary>
/// <param name="Value">The number.</param>
public sealed partial record IntValue(long Value) : ExpressionValue
{
    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Int;

    /// <inheritdoc/>
    public override string Text => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a whole number in base 10: an optional sign and ASCII digits (template schemas §2.3).</summary>
    /// <param name="text">The text; white space around the number does not count.</param>
    /// <returns>The number, or null where the text is none or lies beyond 64 bits.</returns>
    public static IntValue? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        return Pattern().IsMatch(text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? new IntValue(value)
                : null;
    }

    [GeneratedRegex(@"^[+-]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
