namespace OpenJd.Sessions.Processes;

/// <summary>Starts processes the way this operating system does, and ends leftovers of earlier ones.</summary>
public interface IProcessLauncher
{
    /// <summary>
    /// Starts a process with its own process group (POSIX: session; Windows: job object), an empty standard input and
    /// pipes for standard output and standard error. No other handle of this process is inherited.
    /// </summary>
    /// <param name="spec">What to start.</param>
    /// <exception cref="ProcessStartException">
    /// The program is missing, not executable or refused by the system.
    /// </exception>
    IChildProcess Launch(ProcessSpec spec);

    /// <summary>
    /// Ends every process on this host that carries the marker, whoever started it: what a host that died left behind.
    /// </summary>
    /// <param name="marker">The marker.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether none is left. Always true on Windows, where a job object ends with its host.</returns>
    Task<bool> KillMarkedAsync(ProcessMarker marker, CancellationToken cancellationToken = default);
}
