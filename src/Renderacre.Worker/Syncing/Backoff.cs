namespace Renderacre.Worker.Syncing;

/// <summary>
/// Waits longer after each failure in a row, with a spread so that a farm's workers do not come back at once.
/// </summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private TimeSpan _next = Shortest;

    /// <summary>The next wait is the shortest again.</summary>
    public void Reset() => _next = Shortest;

    /// <summary>Waits.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait = _next * (0.5 + Random.Shared.NextDouble() / 2);
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        await Task.Delay(wait, time, cancellationToken);
    }
}
