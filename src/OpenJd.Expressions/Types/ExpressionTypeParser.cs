using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Types;

/// <summary>Reads the specification's spelling of types.</summary>
internal sealed class ExpressionTypeParser(string text)
{
    private const int MaxDepth = 8;
    private int _position;
    private int _depth;

    public ExpressionType Parse()
    {
        var type = ReadUnion();
        return _position == text.Length ? type : throw Error($"'{text[_position]}' is not expected here");
    }

    private ExpressionType ReadUnion()
    {
        if (++_depth > MaxDepth) throw Error($"types nest at most {MaxDepth} deep");
        var choices = new List<ExpressionType> { ReadOptional() };
        while (TryTake('|')) choices.Add(ReadOptional());
        _depth--;
        return ExpressionType.UnionOf([.. choices]);
    }

    private ExpressionType ReadOptional()
    {
        var type = ReadNamed();
        return TryTake('?') ? ExpressionType.OptionalOf(type) : type;
    }

    private ExpressionType ReadNamed()
    {
        var name = ReadName();
        switch (name)
        {
            case "list":
                return ReadParameter() is { } element ? ExpressionType.ListOf(element)
                    : throw Error("'list' needs the type of its elements, as in list[int]");
            case "unresolved":
                return ExpressionType.UnresolvedOf(ReadParameter() ?? ExpressionType.Any);
            default:
                return Simple(name) ?? throw Error($"'{name}' is no type");
        }
    }

    private ExpressionType? ReadParameter()
    {
        if (!TryTake('[')) return null;
        var type = ReadUnion();
        return TryTake(']') ? type : throw Error("a ']' is missing");
    }

    private string ReadName()
    {
        SkipBlanks();
        var from = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
            _position++;
        var name = text[from.._position];
        SkipBlanks();
        return name.Length > 0 ? name : throw Error("the name of a type is missing");
    }

    private static ExpressionType? Simple(string name) => name switch
    {
        "bool" => ExpressionType.Bool,
        "int" => ExpressionType.Int,
        "float" => ExpressionType.Float,
        "string" => ExpressionType.String,
        "path" => ExpressionType.Path,
        "range_expr" => ExpressionType.RangeExpression,
        "nulltype" => ExpressionType.Null,
        "any" => ExpressionType.Any,
        "noreturn" => ExpressionType.NoReturn,
        "T" => ExpressionType.T,
        "T1" => ExpressionType.T1,
        "T2" => ExpressionType.T2,
        "T3" => ExpressionType.T3,
        _ => null,
    };

    private bool TryTake(char expected)
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != expected) return false;
        _position++;
        SkipBlanks();
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && text[_position] == ' ') _position++;
    }

    private ExpressionException Error(string what) => new(
        ExpressionErrorKind.Syntax,
        $"The type '{text}' cannot be read: at character {_position + 1}, {what}.",
        new TextSpan(_position, Math.Min(1, text.Length - _position)));
}
