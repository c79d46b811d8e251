namespace OpenJd.Expressions.Types;

/// <summary>The constructors of types. Source: expression language, "Type Codes".</summary>
public enum ExpressionTypeCode
{
    /// <summary>The type of <c>null</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number of 64 bits.</summary>
    Int,

    /// <summary>A finite IEEE number of 64 bits.</summary>
    Float,

    /// <summary>A text.</summary>
    String,

    /// <summary>A path in a file system, or a URI.</summary>
    Path,

    /// <summary>A range expression.</summary>
    RangeExpression,

    /// <summary>A list; its one parameter is the type of the elements.</summary>
    List,

    /// <summary>A choice of the types that are its parameters.</summary>
    Union,

    /// <summary>No constraint.</summary>
    Any,

    /// <summary>The result of what never returns, such as <c>fail()</c>.</summary>
    NoReturn,

    /// <summary>A value that is not known yet; its one parameter says what it can be.</summary>
    Unresolved,

    /// <summary>A placeholder in a function's signature.</summary>
    Variable,
}
