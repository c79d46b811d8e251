namespace OpenJd.Expressions.Syntax;

/// <summary>What a token is. Keywords are told apart here; behind a dot the parser takes them for names.</summary>
internal enum TokenKind
{
    End,
    Name,
    Int,
    Float,
    String,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    Dot,
    Plus,
    Minus,
    Star,
    DoubleStar,
    Slash,
    DoubleSlash,
    Percent,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    If,
    Else,
    And,
    Or,
    Not,
    For,
    In,
    True,
    False,
    Null,

    /// <summary>A word that Python keeps for itself and the language does not use.</summary>
    Reserved,
}
