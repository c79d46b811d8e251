using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Syntax;

/// <summary>Makes the errors of the lexer and the parser.</summary>
internal static class SyntaxError
{
    public static ExpressionException At(string text, TextSpan span, string reason) =>
        new(ExpressionErrorKind.Syntax, reason, text, span, span.Start);
}
