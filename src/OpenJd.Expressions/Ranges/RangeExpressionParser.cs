using System.Globalization;
using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Ranges;

/// <summary>Reads the grammar of template schemas §3.4.1.1.1, left to right in one pass.</summary>
internal sealed class RangeExpressionParser(string text)
{
    private int _position;

    public List<WrittenRange> Parse()
    {
        var parts = new List<WrittenRange> { ReadPart() };
        while (TryTake(',')) parts.Add(ReadPart());
        if (_position < text.Length)
        {
            throw Error(
                $"'{text[_position]}' at character {_position + 1} is not expected: "
                    + "a comma or the end would be right.");
        }

        return parts;
    }

    private WrittenRange ReadPart()
    {
        SkipBlanks();
        var from = _position;
        var start = ReadNumber();
        if (!TryTake('-')) return WrittenRange.Create(start, start, 1, SpanFrom(from));

        var end = ReadNumber();
        var step = TryTake(':') ? ReadStep() : 1;
        return WrittenRange.Create(start, end, step, SpanFrom(from));
    }

    private long ReadStep()
    {
        SkipBlanks();
        var from = _position;
        var step = ReadNumber();
        return step != 0 ? step : throw Error("A step cannot be 0.", from);
    }

    private long ReadNumber()
    {
        SkipBlanks();
        var from = _position;
        if (_position < text.Length && text[_position] == '-') _position++;
        var digits = _position;
        while (_position < text.Length && char.IsAsciiDigit(text[_position])) _position++;
        if (_position == digits)
        {
            throw Error(digits < text.Length
                ? $"'{text[digits]}' at character {digits + 1} is not expected: a whole number would be right."
                : "A whole number is missing at the end.", digits);
        }

        return long.TryParse(
            text.AsSpan(from, _position - from),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : throw Error($"The number at character {from + 1} is beyond 64 bits.", from);
    }

    private bool TryTake(char expected)
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != expected) return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t') _position++;
    }

    private TextSpan SpanFrom(int from) => new(from, _position - from);

    private ExpressionException Error(string message, int? at = null)
    {
        var start = at ?? _position;
        return new ExpressionException(
            ExpressionErrorKind.Syntax, message, new TextSpan(start, Math.Min(1, text.Length - start)));
    }
}
