namespace OpenJd.Expressions.Paths;

/// <summary>How paths are written. URIs are told by their scheme, whatever the format.</summary>
public enum PathFormat
{
    /// <summary>Separated by <c>/</c>, case-sensitive.</summary>
    Posix,

    /// <summary>Separated by <c>\</c>, with drives and shares; case does not matter when comparing.</summary>
    Windows,
}
