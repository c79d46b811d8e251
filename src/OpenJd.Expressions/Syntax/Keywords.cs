namespace OpenJd.Expressions.Syntax;

/// <summary>The words with a meaning of their own. Source: expression language §1.1.3 and §1.1.4.</summary>
internal static class Keywords
{
    public static TokenKind KindOf(ReadOnlySpan<char> word) => word.Length is < 2 or > 8 ? TokenKind.Name : word switch
    {
        "if" => TokenKind.If,
        "else" => TokenKind.Else,
        "and" => TokenKind.And,
        "or" => TokenKind.Or,
        "not" => TokenKind.Not,
        "for" => TokenKind.For,
        "in" => TokenKind.In,
        "True" or "true" => TokenKind.True,
        "False" or "false" => TokenKind.False,
        "None" or "null" => TokenKind.Null,
        "as" or "assert" or "async" or "await" or "break" or "class" or "continue" or "def" or "del" or "elif"
            or "except" or "finally" or "from" or "global" or "import" or "is" or "lambda" or "nonlocal" or "pass"
            or "raise" or "return" or "try" or "while" or "with" or "yield" => TokenKind.Reserved,
        _ => TokenKind.Name,
    };

    /// <summary>What to say about a word of Python that the language leaves out.</summary>
    public static string HintFor(ReadOnlySpan<char> word) => word switch
    {
        "is" => "'is' is not part of the language: compare with == or !=.",
        "lambda" => "'lambda' is not part of the language: there are no functions of one's own.",
        "await" or "async" or "yield" => $"'{word}' is not part of the language: expressions run to the end at once.",
        _ => $"'{word}' cannot be used as a name here: Python keeps the word for itself.",
    };
}
