using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Functions;

namespace OpenJd.Expressions.Syntax;

/// <summary>Which tokens are which operators.</summary>
internal static class OperatorTokens
{
    public static (string Name, Function Function)? Sum(TokenKind kind) => kind switch
    {
        TokenKind.Plus => ("+", Operators.Add),
        TokenKind.Minus => ("-", Operators.Subtract),
        _ => null,
    };

    public static (string Name, Function Function)? Product(TokenKind kind) => kind switch
    {
        TokenKind.Star => ("*", Operators.Multiply),
        TokenKind.Slash => ("/", Operators.Divide),
        TokenKind.DoubleSlash => ("//", Operators.FloorDivide),
        TokenKind.Percent => ("%", Operators.Modulo),
        _ => null,
    };

    public static (string Name, Function Function)? Comparison(Token token, Token next) => token.Kind switch
    {
        TokenKind.Equal => ("==", Operators.Equal),
        TokenKind.NotEqual => ("!=", Operators.NotEqual),
        TokenKind.Less => ("<", Operators.Less),
        TokenKind.LessOrEqual => ("<=", Operators.LessOrEqual),
        TokenKind.Greater => (">", Operators.Greater),
        TokenKind.GreaterOrEqual => (">=", Operators.GreaterOrEqual),
        TokenKind.In => ("in", Operators.Contains),
        TokenKind.Not when next.Kind == TokenKind.In => ("not in", Operators.NotContains),
        _ => null,
    };
}
