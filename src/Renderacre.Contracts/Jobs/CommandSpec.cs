namespace Renderacre.Contracts.Jobs;

/// <summary>A command to run without a shell.</summary>
public sealed record CommandSpec
{
    /// <summary>The program: a path, or a name looked up on the worker.</summary>
    public required string Executable { get; init; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Variables set beside the worker's own.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>The working directory, or null for the session's.</summary>
    public string? WorkingDir { get; init; }

    /// <summary>Seconds after which the command is stopped, or null for no limit.</summary>
    public long? TimeoutSeconds { get; init; }
}
