namespace Renderacre.Contracts.Jobs;

/// <summary>Whom a job tells of its end: a hook of the controller's configuration, or an address.</summary>
public sealed record JobHook
{
    /// <summary>The name of a hook that jobs may name, or null.</summary>
    public string? Hook { get; init; }

    /// <summary>An http or https address at a host that jobs may name, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What it is told of; null means the job's end alone.</summary>
    public IReadOnlyList<JobHookEvent>? On { get; init; }
}
