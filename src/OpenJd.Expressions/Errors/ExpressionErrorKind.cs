namespace OpenJd.Expressions.Errors;

/// <summary>What is wrong with an expression or a format string.</summary>
public enum ExpressionErrorKind
{
    /// <summary>The text is not in the grammar, or needs an extension that is not in use.</summary>
    Syntax,

    /// <summary>A name that is not defined.</summary>
    Name,

    /// <summary>Operands or arguments of types that do not fit.</summary>
    Type,

    /// <summary>The types fit and the value does not.</summary>
    Value,

    /// <summary>A bound on size or work is exceeded.</summary>
    Limit,
}
