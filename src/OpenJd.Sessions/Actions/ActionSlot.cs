using OpenJd.Model.Jobs;
using OpenJd.Sessions.Sessions;

namespace OpenJd.Sessions.Actions;

/// <summary>Runs a session's actions, one at a time, and stops the one that runs.</summary>
internal sealed class ActionSlot(SessionOptions options)
{
    private RunningAction? _running;

    /// <summary>Throws where an action is running.</summary>
    /// <exception cref="InvalidOperationException">An action is running.</exception>
    public void RequireIdle()
    {
        if (Volatile.Read(ref _running) is not null)
            throw new InvalidOperationException("An action is running; await it first. A session runs one at a time.");
    }

    /// <summary>Asks the running action to stop.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel(CancelationMethod? method)
    {
        if (Volatile.Read(ref _running) is not { } running)
            return false;
        running.RequestStop(method);
        return true;
    }

    /// <summary>Runs an action to its end.</summary>
    /// <returns>What came of it, and what an enter action left running, or null.</returns>
    public async Task<(ActionOutcome Outcome, BackgroundTree? Background)> RunAsync(
        ActionRequest request, CancellationToken cancellationToken)
    {
        var action = new RunningAction(request, options.Launcher, options.TimeProvider);
        Volatile.Write(ref _running, action);
        var registration = cancellationToken.UnsafeRegister(
            _ => action.RequestStop(new CancelationMethod(CancelationMode.Terminate, null)), null);
        await using (registration.ConfigureAwait(false))
        {
            try
            {
                return (await action.RunAsync().ConfigureAwait(false), action.Background);
            }
            finally
            {
                Volatile.Write(ref _running, null);
            }
        }
    }
}
