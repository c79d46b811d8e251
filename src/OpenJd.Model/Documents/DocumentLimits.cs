namespace OpenJd.Model.Documents;

/// <summary>Bounds on documents, so that a hostile one costs little.</summary>
internal static class DocumentLimits
{
    /// <summary>The most bytes of a document as UTF-8, and the most UTF-16 units of one given as text.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>The most levels of lists and objects.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most nodes, aliases counted as what they stand for.</summary>
    public const long MaxNodes = 100_000;

    /// <summary>The most anchors; the YAML library takes long over each.</summary>
    public const int MaxAnchors = 10_000;
}
