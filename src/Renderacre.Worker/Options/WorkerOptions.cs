using Renderacre.Contracts.Jobs;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Resting;

namespace Renderacre.Worker.Options;

/// <summary>What the worker is started with, every value settled.</summary>
internal sealed record WorkerOptions
{
    /// <summary>The controller's base address.</summary>
    public Uri Controller { get; init; } = new("http://127.0.0.1:7878");

    /// <summary>The worker's name.</summary>
    public required string Name { get; init; }

    /// <summary>Labels that were given.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Sessions at a time, at least 1; null for as many as there are virtual CPUs.</summary>
    public int? Slots { get; init; } = 1;

    /// <summary>
    /// The graphics cards that sessions get: <c>auto</c> for those found, <c>none</c>, or a list such as <c>0,1</c>.
    /// </summary>
    public string GpuDevices { get; init; } = GpuChoice.Auto;

    /// <summary>Sessions at a time on one graphics card, 1 or more.</summary>
    public int GpuShares { get; init; } = 1;

    /// <summary>The storage profile of this machine, or null.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>Path mapping rules of this machine, which go before those that the controller gives.</summary>
    public IReadOnlyList<PathMapping> PathMappingRules { get; init; } = [];

    /// <summary>The worker's folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Seconds that a session's host goes on without a worker.</summary>
    public int ReattachSeconds { get; init; } = 300;

    /// <summary>USER or USER:GROUP that sessions run as, or null for the worker's own user.</summary>
    public string? RunAs { get; init; }

    /// <summary>Whether tasks are stopped before their leases can be lost, when the controller is not heard.</summary>
    public bool StopOnSilence { get; init; }

    /// <summary>The hours in which work is taken, or null for all.</summary>
    public WorkHours? WorkHours { get; init; }

    /// <summary>Minutes for which nobody may have used the machine when work is taken; null for no matter.</summary>
    public int? WhenIdleMinutes { get; init; }

    /// <summary>Whether tasks are given back when a time without work begins; else they end.</summary>
    public bool GiveBackOnRest { get; init; }
}
