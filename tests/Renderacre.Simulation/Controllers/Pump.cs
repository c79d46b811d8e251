namespace Renderacre.Simulation.Controllers;

/// <summary>Runs what awaits on the simulation's one thread, in the order in which it became ready.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    /// <summary>Runs all that is ready.</summary>
    public void Run()
    {
        while (_ready.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
            next.Callback(next.State);
    }

    /// <summary>Forgets what is ready: its process died.</summary>
    public void Forget() => _ready.Clear();
}
