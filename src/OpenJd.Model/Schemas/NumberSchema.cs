namespace OpenJd.Model.Schemas;

/// <summary>A number.</summary>
/// <param name="What">What messages call it.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
internal sealed record NumberSchema(string What, decimal Min = long.MinValue, decimal Max = long.MaxValue)
    : ValueSchema
{
    /// <summary>Whether it is a whole one.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether the least itself is too little.</summary>
    public bool IsAboveMin { get; init; }

    /// <summary>Whether it may be written as a text or a format string, and with which extension.</summary>
    public NumberText Text { get; init; }
}
