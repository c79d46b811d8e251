using System.Globalization;
using OpenJd.Expressions.Characters;

namespace OpenJd.Expressions.Regexes;

/// <summary>Escapes and character classes.</summary>
internal sealed partial class RegexParser
{
    private RegexNode Escape()
    {
        if (PeekSecond() is 'b' or 'B' or 'A')
        {
            _position++;
            return new RegexNode.Anchor(Take() switch
            {
                'b' => RegexAnchor.WordBoundary,
                'B' => RegexAnchor.NoWordBoundary,
                _ => RegexAnchor.TextStart,
            });
        }

        return TryKind() is var kind && kind != CharacterKinds.None
            ? new RegexNode.Character(new CharacterSet([], kind, false, false))
            : Literal(CharacterEscape());
    }

    /// <summary><c>\d</c>, <c>\s</c>, <c>\w</c> or the upper case letter for everything else.</summary>
    private CharacterKinds TryKind()
    {
        var kind = Peek() != '\\' ? CharacterKinds.None : PeekSecond() switch
        {
            'd' => CharacterKinds.Digit,
            'D' => CharacterKinds.NoDigit,
            's' => CharacterKinds.Space,
            'S' => CharacterKinds.NoSpace,
            'w' => CharacterKinds.Word,
            'W' => CharacterKinds.NoWord,
            _ => CharacterKinds.None,
        };
        if (kind != CharacterKinds.None) _position += 2;
        return kind;
    }

    /// <summary>An escape that stands for one character.</summary>
    private int CharacterEscape()
    {
        var start = _position++;
        if (Peek() == End) throw Error("'\\' at the end escapes nothing: write '\\\\' for the character", start);
        var letter = TakeCodePoint();
        return letter switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => Hexadecimal(start, 2),
            'u' => Hexadecimal(start, 4),
            'U' => Hexadecimal(start, 8),
            < 0x80 when !char.IsAsciiLetterOrDigit((char)letter) && letter is not ('<' or '>') => letter,
            _ => throw Error(UnknownEscape(letter), start),
        };
    }

    private static string UnknownEscape(int letter) => letter switch
    {
        '0' => "Octal escapes are not portable: use '\\x00'",
        >= '1' and <= '9' => "A pattern cannot refer back to a group",
        'Z' or 'z' => "'\\Z' and '\\z' are not portable: use '$' for the end of the text",
        'p' or 'P' => "Unicode properties are not portable: use classes such as \\w or [a-z]",
        '<' or '>' => $"'\\{(char)letter}' is not portable: use '\\b', or '{(char)letter}' for the character",
        _ => $"'\\{CodePoints.ToText(letter)}' is no escape that is known",
    };

    private int Hexadecimal(int start, int digits)
    {
        if (Peek() == '{')
            throw Error("Escapes with braces are not portable: use \\xHH, \\uHHHH or \\UHHHHHHHH", start);
        var text = pattern.AsSpan(_position, Math.Min(digits, pattern.Length - _position));
        if (text.Length < digits
            || !uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw Error($"'{pattern[start.._position]}' is followed by {digits} hexadecimal digits", start);
        }

        if (value is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) throw Error("The escape stands for no character", start);
        _position += digits;
        return (int)value;
    }

    private CharacterSet Class()
    {
        var start = _position++;
        var negated = TryTake('^');
        var ranges = new List<(int First, int Last)>();
        var kinds = CharacterKinds.None;
        for (var first = true; Peek() != ']' || first; first = false)
        {
            if (Peek() == End) throw Error("'[' is not closed: write '\\[' for the character", start);
            if (TryKind() is var kind && kind != CharacterKinds.None) kinds |= NotInRange(kind);
            else ranges.Add(Range());
        }

        _position++;
        return new CharacterSet(ranges, kinds, negated, Has(RegexFlags.IgnoreCase));
    }

    private CharacterKinds NotInRange(CharacterKinds kind) => Peek() == '-' && PeekSecond() != ']'
        ? throw Error("A range cannot start with a class: put the '-' at the end")
        : kind;

    private (int First, int Last) Range()
    {
        var start = _position;
        var first = Member();
        if (Peek() != '-' || PeekSecond() is ']' or End) return (first, first);
        RefuseSetOperation();
        if (pattern[start] == ']') throw Error("A range from ']' is not portable: write '\\]'", start);
        _position++;
        if (TryKind() != CharacterKinds.None)
            throw Error("A range cannot end with a class: put the '-' at the end", start);

        var last = Member();
        return first <= last
            ? (first, last)
            : throw Error("A range goes from the lower to the higher character", start);
    }

    private int Member()
    {
        RefuseSetOperation();
        return Peek() == '\\' ? CharacterEscape() : TakeCodePoint();
    }

    /// <summary>Rust reads these as nested sets and operations on them, Python as characters.</summary>
    private void RefuseSetOperation()
    {
        if (Peek() == '[') throw Error("'[' within a class is not portable: write '\\['");
        if (Peek() is '&' or '-' or '~' && PeekSecond() == Peek())
            throw Error($"'{(char)Peek()}' twice within a class is not portable: write '\\{(char)Peek()}'");
    }

    private int PeekSecond() => _position + 1 < pattern.Length ? pattern[_position + 1] : End;
}
