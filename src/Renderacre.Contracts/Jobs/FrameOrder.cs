namespace Renderacre.Contracts.Jobs;

/// <summary>In which order tasks are given out, by the values of one task parameter.</summary>
public sealed record FrameOrder
{
    /// <summary>The step, or null for all steps that no other entry names.</summary>
    public string? Step { get; init; }

    /// <summary>The order.</summary>
    public required FrameOrderKind Order { get; init; }

    /// <summary>For <see cref="FrameOrderKind.Every"/>: how far those are apart that come first, 2 or more.</summary>
    public long? Every { get; init; }

    /// <summary>
    /// For <see cref="FrameOrderKind.First"/>: the frames as a range expression, such as <c>1,50,100</c>.
    /// </summary>
    public string? Frames { get; init; }

    /// <summary>The task parameter, or null for the first one of whole numbers, else the first.</summary>
    public string? Parameter { get; init; }
}
