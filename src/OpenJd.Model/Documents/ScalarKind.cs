namespace OpenJd.Model.Documents;

/// <summary>What a scalar is, by YAML 1.2's core schema or by JSON.</summary>
public enum ScalarKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number of any size.</summary>
    Integer,

    /// <summary>A number with a fraction or exponent, infinity or not-a-number.</summary>
    Float,

    /// <summary>Text.</summary>
    String,
}
