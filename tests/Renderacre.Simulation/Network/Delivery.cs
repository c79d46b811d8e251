namespace Renderacre.Simulation.Network;

/// <summary>A call at a controller.</summary>
/// <param name="call">The call.</param>
/// <param name="arrived">When it arrived.</param>
/// <param name="repeat">Whether the network brought it once more: nobody hears its answer.</param>
internal sealed class Delivery(Call call, bool repeat, TimeSpan arrived) : IDisposable
{
    public Call Call { get; } = call;

    public bool Repeat { get; } = repeat;

    public TimeSpan Arrived { get; } = arrived;

    /// <summary>Whether its answer has left, or its controller has died.</summary>
    public bool Over { get; set; }

    /// <summary>The connection; null where it never breaks.</summary>
    public CancellationTokenSource? Connection { get; set; }

    public void Dispose() => Connection?.Dispose();
}
