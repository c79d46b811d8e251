namespace Renderacre.Contracts.Limits;

/// <summary>
/// Who tells how many of a limit are used elsewhere: a hook of the controller's configuration, or an address. With
/// neither, a limit has no source.
/// </summary>
public sealed record LimitSource
{
    /// <summary>Seconds between two questions, at least.</summary>
    public const int IntervalMin = 1;

    /// <summary>Seconds between two questions, at most.</summary>
    public const int IntervalMax = 86_400;

    /// <summary>The name of a hook that limits may name, or null.</summary>
    public string? Hook { get; init; }

    /// <summary>An http or https address that is asked with GET, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Seconds between two questions, 1 to 86,400.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>Whether what it tells includes what the farm holds itself.</summary>
    public bool CountsFarm { get; init; }
}
