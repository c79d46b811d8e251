using System.Globalization;

namespace OpenJd.Expressions.Syntax;

/// <summary>Operators and brackets.</summary>
internal static class Signs
{
    /// <summary>The sign that begins with a character, longest first; <see cref="TokenKind.End"/> for none.</summary>
    public static (TokenKind Kind, int Length) Read(char first, char second) => (first, second) switch
    {
        ('*', '*') => (TokenKind.DoubleStar, 2),
        ('/', '/') => (TokenKind.DoubleSlash, 2),
        ('<', '=') => (TokenKind.LessOrEqual, 2),
        ('>', '=') => (TokenKind.GreaterOrEqual, 2),
        ('=', '=') => (TokenKind.Equal, 2),
        ('!', '=') => (TokenKind.NotEqual, 2),
        ('<', '<') or ('>', '>') or ('<', '>') => (TokenKind.End, 0),
        _ => (Single(first), 1),
    };

    /// <summary>What to say about a character that begins no sign.</summary>
    public static string HintFor(string text, int position)
    {
        var shown = Show(text, position);
        var place = $"at character {position + 1}";
        return text[position] switch
        {
            '=' => $"'=' {place} is no operator: == compares, and functions take no arguments by name.",
            '!' => $"'!' {place} is no operator: write 'not'.",
            '&' or '|' or '^' or '~' => $"{shown} {place} is no operator: there is no arithmetic on bits.",
            '<' or '>' => $"'{text.Substring(position, 2)}' {place} is no operator.",
            '@' => $"'@' {place} is no operator.",
            '{' or '}' => $"{shown} {place} is not part of the language: there are no sets or dictionaries.",
            _ => $"{shown} {place} is not part of the language.",
        };
    }

    private static TokenKind Single(char character) => character switch
    {
        '(' => TokenKind.LeftParenthesis,
        ')' => TokenKind.RightParenthesis,
        '[' => TokenKind.LeftBracket,
        ']' => TokenKind.RightBracket,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '.' => TokenKind.Dot,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        _ => TokenKind.End,
    };

    private static string Show(string text, int position)
    {
        var character = text[position];
        if (position + 1 < text.Length && char.IsSurrogatePair(text, position))
            return $"'{text.Substring(position, 2)}'";
        return char.IsControl(character) || char.IsSurrogate(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                ? string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)character:X4}")
                : $"'{character}'";
    }
}
