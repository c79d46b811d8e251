namespace OpenJd.Model.Jobs;

/// <summary>Types of job parameters. Source: template schemas §2.</summary>
public enum JobParameterType
{
    /// <summary>Text (§2.1).</summary>
    String,

    /// <summary>A path, subject to path mapping (§2.2).</summary>
    Path,

    /// <summary>A 64-bit whole number (§2.3).</summary>
    Int,

    /// <summary>A decimal number (§2.4).</summary>
    Float,

    /// <summary>A truth value (§2.9, EXPR).</summary>
    Bool,

    /// <summary>A range of whole numbers (§2.10, EXPR).</summary>
    RangeExpr,

    /// <summary>A list of texts (§2.11, EXPR).</summary>
    ListString,

    /// <summary>A list of paths, subject to path mapping (§2.12, EXPR).</summary>
    ListPath,

    /// <summary>A list of 64-bit whole numbers (§2.13, EXPR).</summary>
    ListInt,

    /// <summary>A list of decimal numbers (§2.14, EXPR).</summary>
    ListFloat,

    /// <summary>A list of truth values (§2.15, EXPR).</summary>
    ListBool,

    /// <summary>A list of lists of 64-bit whole numbers (§2.16, EXPR).</summary>
    ListListInt,
}
