namespace OpenJd.Expressions.Paths;

/// <summary>How the source of a path mapping rule is written.</summary>
public enum SourcePathFormat
{
    /// <summary>Separated by <c>/</c>, case-sensitive.</summary>
    Posix,

    /// <summary>Separated by <c>\</c> or <c>/</c>; case does not matter.</summary>
    Windows,

    /// <summary>A URI prefix such as <c>s3://bucket/assets</c>, compared character by character.</summary>
    Uri,
}
