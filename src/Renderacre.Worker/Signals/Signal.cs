using System.Threading.Channels;

namespace Renderacre.Worker.Signals;

/// <summary>Wakes one waiter; setting it many times before it is waited for wakes it once.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Sets the signal.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits until the signal is set, and resets it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await _channel.Reader.ReadAsync(cancellationToken);
}
