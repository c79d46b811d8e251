namespace OpenJd.Sessions.Processes;

/// <summary>A started process together with the tree of all that descends from it.</summary>
public interface IChildProcess : IDisposable
{
    /// <summary>The process's id.</summary>
    int Id { get; }

    /// <summary>The reading end of the pipe that is the process's standard output.</summary>
    Stream StandardOutput { get; }

    /// <summary>The reading end of the pipe that is the process's standard error.</summary>
    Stream StandardError { get; }

    /// <summary>
    /// Completes when the process itself (not its tree) has ended and been reaped; faults with
    /// <see cref="InvalidOperationException"/> where someone else in this program took its exit code.
    /// </summary>
    Task<ProcessExit> Exited { get; }

    /// <summary>
    /// What the tree has used, complete once it is empty; null where the system does not tell, and while the process
    /// has not ended.
    /// </summary>
    ProcessUsage? Usage { get; }

    /// <summary>
    /// Completes at once the reads that await what its pipes hold by now, or their ends, where the system lets that be
    /// asked; else they are completed a little later by themselves.
    /// </summary>
    void CompleteReads();

    /// <summary>Bytes of memory that the tree has in RAM now; on Windows the most that it has had.</summary>
    long MemoryInUse();

    /// <summary>
    /// Asks the process to stop: SIGTERM to its process group on POSIX, Ctrl-Break to its group on Windows. Does
    /// nothing where the group is gone.
    /// </summary>
    void Notify();

    /// <summary>
    /// Whether members of the tree other than the process itself are alive.
    /// </summary>
    bool HasSurvivors();

    /// <summary>
    /// Ends the whole tree, members that left the process's group and parentage included, and goes on until none is
    /// found any more or the bound is reached.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; what was ended stays ended.</param>
    /// <returns>Whether the tree is empty.</returns>
    Task<bool> KillTreeAsync(CancellationToken cancellationToken = default);
}
