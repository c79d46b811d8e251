namespace OpenJd.Model.Schemas;

/// <summary>Whether a number may be written as text.</summary>
internal enum NumberText
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>As a text or format string.</summary>
    Always,

    /// <summary>As a text or format string with the extension FEATURE_BUNDLE_1.</summary>
    WithFeatureBundle1,
}
