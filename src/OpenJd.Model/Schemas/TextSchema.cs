using OpenJd.Model.Reading;

namespace OpenJd.Model.Schemas;

/// <summary>A text of some length and characters.</summary>
/// <param name="What">What messages call it, such as "A step's name".</param>
/// <param name="Min">The fewest characters.</param>
/// <param name="Max">The most characters.</param>
internal sealed record TextSchema(string What, int Min, int Max = int.MaxValue) : ValueSchema
{
    /// <summary>All control characters.</summary>
    public const string AnyControl = "*";

    /// <summary>The most characters with the extension FEATURE_BUNDLE_1.</summary>
    public int MaxWithFeatureBundle1 { get; init; } = Max;

    /// <summary>The control characters it may hold, or <see cref="AnyControl"/>.</summary>
    public string Controls { get; init; } = AnyControl;

    /// <summary>What the whole text must match, or null.</summary>
    public TextPattern? Pattern { get; init; }

    /// <summary>Whether it is a format string: then length and pattern are those of the resolved text.</summary>
    public bool IsFormat { get; init; }

    /// <summary>What is wrong with a text, or null.</summary>
    public string? Fault(string text, ReadingContext context) => Fault(text, MaxLength(context));

    /// <summary>What is wrong with a format string before it is resolved, or null.</summary>
    public string? FaultOfFormat(string text, bool isLiteral, ReadingContext context) =>
        isLiteral
            ? Fault(text, context)
            : TextRules.LengthFault(What, text, Min, int.MaxValue) ?? ControlFault(text);

    private int MaxLength(ReadingContext context) => context.HasFeatureBundle1 ? MaxWithFeatureBundle1 : Max;

    private string? Fault(string text, int max) => TextRules.LengthFault(What, text, Min, max)
        ?? ControlFault(text)
        ?? Pattern?.Fault(What, text);

    private string? ControlFault(string text) =>
        Controls == AnyControl ? null : TextRules.ControlFault(What, text, Controls);
}
