namespace OpenJd.Expressions.Evaluation;

/// <summary>How a function is written at a place.</summary>
internal enum CallKind
{
    /// <summary><c>f(x)</c>.</summary>
    Function,

    /// <summary><c>x.f()</c>.</summary>
    Method,

    /// <summary><c>x.p</c>.</summary>
    Property,

    /// <summary><c>x + y</c>, <c>x[i]</c>.</summary>
    Operator,
}
