using Renderacre.Contracts.Sync;
using Renderacre.Simulation.Controllers;

namespace Renderacre.Simulation.Network;

/// <summary>A request on its way: its bytes, and what the controller's edge does with them.</summary>
internal sealed class Call
{
    /// <summary>What it is, as the coverage table names it.</summary>
    public required string Kind { get; init; }

    /// <summary>Reads the bytes and carries them out; the answer's bytes come out.</summary>
    public required Func<ControllerProcess, CancellationToken, Task<byte[]>> Act { get; init; }

    /// <summary>Told what the client hears, once.</summary>
    public required Action<Answer> Heard { get; init; }

    /// <summary>Called when its answer leaves: what it tells must be durable. Told when it arrived.</summary>
    public Action<Answer, TimeSpan>? Leaves { get; init; }

    /// <summary>Notes what it is about, when it arrives.</summary>
    public Action? Arrives { get; init; }

    /// <summary>The sync request, where it is one.</summary>
    public SyncRequest? Sync { get; init; }

    /// <summary>Who sends it, as the trace names them.</summary>
    public required string From { get; init; }

    /// <summary>More for the trace.</summary>
    public string About { get; init; } = "";

    /// <summary>Whether it comes from somebody who does what a real client does.</summary>
    public bool Honest { get; init; } = true;
}
