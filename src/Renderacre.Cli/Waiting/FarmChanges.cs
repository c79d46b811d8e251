namespace Renderacre.Cli.Waiting;

/// <summary>Tells when it is time to look at the farm again.</summary>
/// <param name="time">The clock.</param>
internal sealed class FarmChanges(TimeProvider time)
{
    /// <summary>The pause between two looks at first.</summary>
    public static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause that the looks slow down to.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    private TimeSpan _pause = PauseMin;

    /// <summary>Waits until something may have changed.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_pause, time, cancellationToken);
        _pause = _pause * 1.25 < PauseMax ? _pause * 1.25 : PauseMax;
    }
}
