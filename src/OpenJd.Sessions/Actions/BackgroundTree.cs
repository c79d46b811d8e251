using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// Processes that an enter action left running, such as a server for the environment's tasks. Their pipes are read on,
/// so that none of them is ended or held by a write.
/// </summary>
internal sealed class BackgroundTree(IChildProcess child, OutputPump pump)
{
    /// <summary>Ends them.</summary>
    /// <returns>Whether none is left.</returns>
    public async Task<bool> EndAsync()
    {
        var isEmpty = await child.KillTreeAsync().ConfigureAwait(false);
        await pump.StopAsync().ConfigureAwait(false);
        pump.Dispose();
        child.Dispose();
        return isEmpty;
    }
}
