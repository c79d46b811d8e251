using System.Globalization;
using System.Text.RegularExpressions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Values;

/// <summary>A finite floating point number that keeps the spelling it came with.</summary>
public sealed partial record FloatValue : ExpressionValue
{
    private string? _text;

    /// <summary>A number in its shortest spelling.</summary>
    /// <param name="value">The number; negative zero becomes zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or none.</exception>
    public FloatValue(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not a finite number.");
        Value = value + 0.0;
    }

    internal FloatValue(double value, string text)
        : this(value) => _text = text;

    /// <summary>The number, never infinite and never not-a-number.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Float;

    /// <inheritdoc/>
    public override string Text => _text ??= FloatText.Shortest(Value);

    /// <summary>
    /// Reads a decimal number in base 10 with an optional fraction and exponent (template schemas §2.4).
    /// </summary>
    /// <param name="text">
    /// The text; white space around the number does not count, and <c>inf</c> and <c>nan</c> are none.
    /// </param>
    /// <returns>The number, or null where the text is none or its magnitude is beyond a double's.</returns>
    public static FloatValue? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        return Pattern().IsMatch(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
                ? new FloatValue(value, text)
                : null;
    }

    /// <summary>Two numbers are equal when they are the same number, however spelled.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FloatValue? other) => other is not null && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
