using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Syntax;

/// <summary>
/// Cuts an expression into tokens, one at a time. White space, line breaks, comments and a backslash before a line
/// break stand for nothing. Source: expression language §1.1.
/// </summary>
internal ref struct Lexer(string text)
{
    private int _position;

    public Token Next()
    {
        SkipBlanks();
        if (_position >= text.Length) return new Token(TokenKind.End, text.Length, 0);
        var character = text[_position];
        if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(At(1)))) return ReadNumber();
        if (character is '\'' or '"') return ReadString(_position);
        if (char.IsAsciiLetter(character) || character == '_') return ReadWord();
        return ReadSign(character);
    }

    private readonly char At(int offset) =>
        _position + offset < text.Length ? text[_position + offset] : '\0';

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            if (text[_position] is ' ' or '\t' or '\n' or '\r' or '\f') _position++;
            else if (text[_position] == '#') SkipComment();
            else if (text[_position] == '\\' && At(1) is '\n' or '\r') _position += 2;
            else break;
        }
    }

    private void SkipComment()
    {
        while (_position < text.Length && text[_position] != '\n') _position++;
    }

    private Token ReadWord()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(At(0)) || At(0) == '_') _position++;
        var word = text.AsSpan(start, _position - start);
        if (At(0) is '\'' or '"') return ReadPrefixed(start, word);
        return new Token(Keywords.KindOf(word), start, word.Length);
    }

    private Token ReadPrefixed(int start, ReadOnlySpan<char> prefix)
    {
        if (prefix is "r" or "R") return ReadString(start);
        if (prefix.Length > 2 || Keywords.KindOf(prefix) != TokenKind.Name)
            return new Token(Keywords.KindOf(prefix), start, prefix.Length);
        throw Error(
            $"A text cannot have the prefix '{prefix}': r for raw texts is the only one.", start, prefix.Length);
    }

    private Token ReadString(int start)
    {
        var isRaw = text[_position] is not ('\'' or '"');
        if (isRaw) _position++;
        var end = StringLiteral.FindEnd(text, _position);
        if (end < 0)
        {
            throw Error(
                $"The text that begins at character {start + 1} is not closed: "
                    + $"put {text[_position]} at its end, or three of them for a text of several lines.",
                start,
                1);
        }

        _position = end;
        return new Token(TokenKind.String, start, end - start);
    }

    private Token ReadNumber()
    {
        var (kind, end) = NumberLiteral.Measure(text, _position);
        var token = new Token(kind, _position, end - _position);
        _position = end;
        if (!char.IsAsciiLetterOrDigit(At(0)) && At(0) != '_') return token;
        while (char.IsAsciiLetterOrDigit(At(0)) || At(0) == '_') _position++;
        throw Error(
            $"'{text[token.Start.._position]}' at character {token.Start + 1} is no number. "
                + "(A method of a number is called like (42).zfill(5).)",
            token.Start,
            _position - token.Start);
    }

    private Token ReadSign(char character)
    {
        var (kind, length) = Signs.Read(character, At(1));
        if (kind == TokenKind.End) throw Error(Signs.HintFor(text, _position), _position, 1);
        _position += length;
        return new Token(kind, _position - length, length);
    }

    private readonly ExpressionException Error(string reason, int start, int length) =>
        SyntaxError.At(text, new TextSpan(start, length), reason);
}
