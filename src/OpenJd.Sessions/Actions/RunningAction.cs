using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Posix;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// One action from the start of its process to its outcome. It ends when the process itself has: what that left behind
/// is ended, or, of an enter action, kept for the environment.
/// </summary>
internal sealed class RunningAction(ActionRequest request, IProcessLauncher launcher, TimeProvider timeProvider)
{
    private readonly StopRequests _stops = new();

    /// <summary>What an enter action left running, once it has ended; or null.</summary>
    public BackgroundTree? Background { get; private set; }

    /// <summary>Asks to stop the action; it goes by the given method, or by its own where that is null.</summary>
    public void RequestStop(CancelationMethod? method) => RequestStop(new StopRequest(ActionState.Canceled, method));

    private void RequestStop(StopRequest stop) => _stops.Add(stop);

    /// <summary>Runs the action.</summary>
    public async Task<ActionOutcome> RunAsync()
    {
        IChildProcess child;
        try
        {
            child = launcher.Launch(request.Process);
        }
        catch (ProcessStartException error)
        {
            return ActionOutcome.NotStarted(error.Message);
        }

        var collector = new OutputCollector(request);
        try
        {
            return await FollowAsync(child, collector).ConfigureAwait(false);
        }
        finally
        {
            if (Background is null)
                child.Dispose();
        }
    }

    private async Task<ActionOutcome> FollowAsync(IChildProcess child, OutputCollector collector)
    {
        // First of all, since the timeout counts from here.
        var supervisor = new StopSupervisor(child, request, _stops, timeProvider);
        var watch = request.MemoryLimitBytes is { } limit
            ? new MemoryWatch(child, limit, RequestStop, timeProvider)
            : null;
        var observerFailure = Announce(child);
        var pump = new OutputPump(child, collector, timeProvider, StopUnread);
        try
        {
            var exit = await supervisor.WaitAsync().ConfigureAwait(false);
            if (watch is not null)
                await watch.DisposeAsync().ConfigureAwait(false);
            var problem = await FinishAsync(child, pump, supervisor).ConfigureAwait(false);
            await observerFailure.ConfigureAwait(false);
            return Judge(exit, supervisor.Reason, watch?.Problem ?? problem, collector) with
            {
                Usage = Peaked(child.Usage, watch),
            };
        }
        finally
        {
            if (watch is not null)
                await watch.DisposeAsync().ConfigureAwait(false);
            if (Background is null)
                pump.Dispose();
        }
    }

    private async Task<string?> FinishAsync(IChildProcess child, OutputPump pump, StopSupervisor supervisor)
    {
        if (request.EnteredLayer is not null && supervisor.Reason is null && child.HasSurvivors())
        {
            await pump.DetachAsync().ConfigureAwait(false);
            if (!pump.Streams.Any(stream => stream.IsFaulted))
            {
                Background = new BackgroundTree(child, pump);
                return supervisor.Problem;
            }
        }

        var isEmpty = await child.KillTreeAsync().ConfigureAwait(false);
        await pump.DrainAsync().ConfigureAwait(false);
        return supervisor.Problem ?? (isEmpty ? null : $"not every process below process {child.Id} could be ended");
    }

    private static ProcessUsage? Peaked(ProcessUsage? usage, MemoryWatch? watch) =>
        usage?.Plus(new ProcessUsage(TimeSpan.Zero, watch?.PeakBytes ?? 0, 0, 0));

    // 137 is what a shell returns for a child that SIGKILL ended.
    private bool DiedOfMemory(ProcessExit? exit) =>
        exit is { ExitCode: -LibC.Sigkill or 128 + LibC.Sigkill } && request.OutOfMemoryKills.HappenedSinceLast();

    private ActionOutcome Judge(
        ProcessExit? exit, ActionState? reason, string? problem, OutputCollector collector)
    {
        var succeeded = exit is { ExitCode: 0 } && collector.FailMessage is null;
        if (reason is null && DiedOfMemory(exit))
        {
            reason = ActionState.OutOfMemory;
            problem ??= "out of memory: the system ended it, or a process below it, for lack of memory";
        }

        return new ActionOutcome
        {
            State = reason ?? (succeeded ? ActionState.Succeeded : ActionState.Failed),
            ExitCode = exit?.ExitCode,
            FailMessage = collector.FailMessage,
            Message = problem,
            StdoutTail = collector.StdoutTail,
            StderrTail = collector.StderrTail,
        };
    }

    private Task Announce(IChildProcess child)
    {
        try
        {
            request.Observer.OnStarted(child.Id);
            return Task.CompletedTask;
        }
        catch (Exception error)
        {
            // The caller's code: told to the caller once the process it no longer follows is ended.
            StopUnread();
            return Task.FromException(error);
        }
    }

    private void StopUnread() => RequestStop(StopRequest.Terminate(ActionState.Canceled));
}
