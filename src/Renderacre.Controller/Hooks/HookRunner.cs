namespace Renderacre.Controller.Hooks;

/// <summary>
/// Runs hooks: commands of the configuration and HTTP requests, so many at a time; what is more waits, and no more than
/// so many wait. What comes of each is counted.
/// </summary>
internal sealed class HookRunner(HookCounters counters, TimeProvider time, ILogger<HookRunner> logger) : IDisposable
{
    private const int ParallelMax = 16;
    private const int DeliveriesMax = 8;
    private const int WaitingMax = 1000;
    private const int DoublingsMax = 20;

    private static readonly TimeSpan PauseFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _room = new(ParallelMax, ParallelMax);

    // Deliveries, of which many may come at once, leave room for whoever asks something and waits for the answer.
    private readonly SemaphoreSlim _deliveries = new(DeliveriesMax, DeliveriesMax);

    private readonly HttpRun _http = new();
    private int _waiting;

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _deliveries.Dispose();
        _room.Dispose();
    }

    /// <summary>Runs a hook once.</summary>
    /// <param name="hook">The hook.</param>
    /// <param name="call">What it is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What came of it; too many waiting ones make it a failed one.</returns>
    public async Task<HookResult> RunAsync(HookDefinition hook, HookCall call, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > WaitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            return Ended(hook, call, new HookResult(HookOutcome.Failed, $"{WaitingMax} hooks wait already", ""));
        }
        try
        {
            await _room.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            return Ended(hook, call, await RunInTimeAsync(hook, call, cancellationToken));
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Runs a hook until it succeeds or has failed as often as it may, with pauses that grow.</summary>
    /// <param name="hook">The hook.</param>
    /// <param name="call">What it is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What came of the last run.</returns>
    public async Task<HookResult> DeliverAsync(HookDefinition hook, HookCall call, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            HookResult result = await RunDeliveryAsync(hook, call, cancellationToken);
            if (result.Outcome is HookOutcome.Succeeded or HookOutcome.Refused || attempt >= hook.AttemptsMax)
                return result;
            await Task.Delay(PauseAfter(attempt), time, cancellationToken);
        }
    }

    private async Task<HookResult> RunDeliveryAsync(
        HookDefinition hook, HookCall call, CancellationToken cancellationToken)
    {
        await _deliveries.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(hook, call, cancellationToken);
        }
        finally
        {
            _deliveries.Release();
        }
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        TimeSpan pause = PauseFirst * Math.Pow(2, Math.Min(attempt - 1, DoublingsMax));
        return pause < PauseMax ? pause : PauseMax;
    }

    private async Task<HookResult> RunInTimeAsync(HookDefinition hook, HookCall call, CancellationToken caller)
    {
        using var timeUp = new CancellationTokenSource(hook.Timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(caller, timeUp.Token);
        try
        {
            return hook.Target switch
            {
                CommandTarget command => await CommandRun.RunAsync(command, call, hook.OutputBytesMax, stop.Token),
                HttpTarget http => await _http.RunAsync(http, call, hook.OutputBytesMax, stop.Token),
                _ => throw new InvalidOperationException($"a hook's target is a {hook.Target.GetType().Name}"),
            };
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return new HookResult(HookOutcome.TimedOut, $"took longer than {hook.Timeout.TotalSeconds:0.###} s", "");
        }
    }

    private HookResult Ended(HookDefinition hook, HookCall call, HookResult result)
    {
        HookResult told = result.Without(hook.Target.Secrets);
        counters.Ran(told.Succeeded);
        if (told.Succeeded)
            Log.HookRan(logger, hook.Name, call.Event, told.Summary);
        else
            Log.HookFailed(logger, hook.Name, call.Event, told.Summary);
        return told;
    }
}
