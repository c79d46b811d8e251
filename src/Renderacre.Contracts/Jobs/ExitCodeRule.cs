namespace Renderacre.Contracts.Jobs;

/// <summary>What certain exit codes of a task mean.</summary>
public sealed record ExitCodeRule
{
    /// <summary>The codes, at least one.</summary>
    public required IReadOnlyList<int> ExitCodes { get; init; }

    /// <summary>What one of them does: fail, retry, warn or licence.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>What is told then, or null for the code.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Of a licence: a limit that the task takes some of, which nobody is given for as long as the task waits, or null.
    /// </summary>
    public string? Limit { get; init; }
}
