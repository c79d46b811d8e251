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
}
