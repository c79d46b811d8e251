namespace OpenJd.Model.Schemas;

/// <summary>A list.</summary>
/// <param name="What">What messages call it.</param>
/// <param name="Item">What each item may be.</param>
/// <param name="Max">The most items.</param>
internal sealed record ListSchema(string What, ValueSchema Item, int Max = int.MaxValue) : ValueSchema
{
    /// <summary>The fewest items.</summary>
    public int Min { get; init; } = 1;

    /// <summary>The most items with the extension FEATURE_BUNDLE_1.</summary>
    public int MaxWithFeatureBundle1 { get; init; } = Max;
}
