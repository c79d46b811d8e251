namespace OpenJd.Model.Schemas;

/// <summary>One of some words.</summary>
/// <param name="What">What messages call it.</param>
/// <param name="Words">The words.</param>
internal sealed record WordSchema(string What, params IReadOnlyList<string> Words) : ValueSchema
{
    /// <summary>Whether a template with the extension EXPR may spell the words in any case.</summary>
    public bool IgnoresCaseWithExpr { get; init; }

    /// <summary>Whether a template with the extension FEATURE_BUNDLE_1 may give a format string instead.</summary>
    public bool IsFormatWithFeatureBundle1 { get; init; }
}
