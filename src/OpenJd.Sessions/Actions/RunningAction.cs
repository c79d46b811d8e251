using System.Threading.Channels;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// One action from the start of its process to its outcome. It ends when the process itself has: what that left behind
/// is ended, or, of an enter action, kept for the environment.
/// </summary>
internal sealed class RunningAction(ActionRequest request, IProcessLauncher launcher, TimeProvider timeProvider)
{
    // Requests beyond these say nothing new.
    private const int StopRequestsMax = 8;

    private readonly Channel<CancelationMethod?> _stops = Channel.CreateBounded<CancelationMethod?>(
        new BoundedChannelOptions(StopRequestsMax) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What an enter action left running, once it has ended; or null.</summary>
    public BackgroundTree? Background { get; private set; }

    /// <summary>Asks to stop the action; it goes by the given method, or by its own where that is null.</summary>
    public void RequestStop(CancelationMethod? method) => _stops.Writer.TryWrite(method);

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

        var collector = new OutputCollector(request.Observer, request.EnteredLayer);
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
        var supervisor = new StopSupervisor(child, request, _stops.Reader, timeProvider);
        var observerFailure = Announce(child);
        var pump = new OutputPump(child, collector, timeProvider);
        try
        {
            foreach (var task in (Task[])[observerFailure, .. pump.Streams])
                StopWhenFaulted(task);
            var exit = await supervisor.WaitAsync().ConfigureAwait(false);
            var problem = await FinishAsync(child, pump, supervisor).ConfigureAwait(false);
            await observerFailure.ConfigureAwait(false);
            return Judge(exit, supervisor.Reason, problem, collector);
        }
        finally
        {
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

    private static ActionOutcome Judge(
        ProcessExit? exit, ActionState? reason, string? problem, OutputCollector collector)
    {
        var succeeded = exit is { ExitCode: 0 } && collector.FailMessage is null;
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
            return Task.FromException(error);
        }
    }

    // Without a reader the process would hang in its next write.
    private void StopWhenFaulted(Task task) => task.ContinueWith(
        _ => RequestStop(new CancelationMethod(CancelationMode.Terminate, null)),
        CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
