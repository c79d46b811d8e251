namespace Renderacre.Contracts.Jobs;

/// <summary>What a line of a task's output means.</summary>
public sealed record OutputRule
{
    /// <summary>Rules of one kind, at most.</summary>
    public const int RulesMax = 50;

    /// <summary>Characters of a pattern, at most.</summary>
    public const int PatternMax = 1000;

    /// <summary>Bytes at a line's start that are looked at.</summary>
    public const int LineBytesMax = 4096;

    /// <summary>
    /// A regular expression, searched for in each line in linear time: what Python and Rust share, without references
    /// back and looking around.
    /// </summary>
    public required string Pattern { get; init; }

    /// <summary>What a line in which it is found does.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>What is told then, or null for the line itself.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Of a licence: a limit that the task takes some of, which nobody is given for as long as the task waits, or null.
    /// </summary>
    public string? Limit { get; init; }
}
