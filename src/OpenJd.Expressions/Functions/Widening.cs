namespace OpenJd.Expressions.Functions;

/// <summary>Which arguments may be widened to a parameter's type. Source: expression language §1.2.4.</summary>
internal enum Widening
{
    /// <summary>None: the types must match as they are.</summary>
    None,

    /// <summary>All but the receiver of a method.</summary>
    AllButFirst,

    /// <summary>All.</summary>
    All,
}
