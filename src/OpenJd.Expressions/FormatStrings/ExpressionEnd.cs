using OpenJd.Expressions.Syntax;

namespace OpenJd.Expressions.FormatStrings;

/// <summary>Finds where an expression in a format string ends.</summary>
internal static class ExpressionEnd
{
    /// <summary>
    /// The index of the first <c>}}</c> that is not inside a text of the expression, or -1 where there is none.
    /// </summary>
    public static int Find(string text, int start)
    {
        for (var position = start; position < text.Length - 1; position++)
        {
            switch (text[position])
            {
                case '}' when text[position + 1] == '}': return position;
                case '\'' or '"':
                    position = StringLiteral.FindEnd(text, position) - 1;
                    if (position < 0) return -1;
                    break;
            }
        }

        return -1;
    }
}
