namespace OpenJd.Sessions.Processes.Posix;

/// <summary>The processes of this host, as the system shows them.</summary>
internal interface IProcessTable
{
    /// <summary>All processes at this moment.</summary>
    IReadOnlyList<ProcessEntry> Snapshot();

    /// <summary>
    /// Whether the process was started with all of the marker's variables; false where that cannot be read.
    /// </summary>
    bool IsMarked(int id, ProcessMarker marker);

    /// <summary>Bytes of a process's own memory in RAM, what it shares with others in parts; 0 where unknown.</summary>
    long MemoryInUse(int id);
}

/// <summary>One process.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">Its parent's id.</param>
/// <param name="SessionId">Its POSIX session (on macOS its process group).</param>
/// <param name="IsZombie">Whether it has ended and waits to be reaped.</param>
internal readonly record struct ProcessEntry(int Id, int ParentId, int SessionId, bool IsZombie);
