using System.Runtime.InteropServices;
using OpenJd.Sessions.Processes.Linux;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>
/// Reaps this process's children when they have ended, which their descriptors tell, or SIGCHLD where there are none;
/// no thread waits. Without a subreaper only children started here are touched, so that other users of child processes
/// in this process keep theirs.
/// </summary>
internal sealed class ChildReaper
{
    /// <summary>Children belong to the process, so there is one reaper in it.</summary>
    public static readonly ChildReaper Shared = new();

    // Held across a spawn and its registration: a reaper that owns all children must not meet one it does not know.
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Child> _children = [];
    private PosixSignalRegistration? _registration;
    private ProcessUsage _adopted;
    private bool _reapsAll;

    /// <summary>A spawn: 0 and the child's id, or an error's number.</summary>
    public delegate int SpawnFunction(out int id);

    /// <summary>What the orphans that were adopted and reaped have used.</summary>
    public ProcessUsage Adopted
    {
        get
        {
            lock (_lock)
                return _adopted;
        }
    }

    /// <summary>Starts a child and follows it until it ends.</summary>
    /// <returns>What the spawn returned.</returns>
    public int Start(SpawnFunction spawn, out int id, out Task<ProcessExit> exited)
    {
        // Continuations run elsewhere, since the lock is held on completion.
        var completion = new TaskCompletionSource<ProcessExit>(TaskCreationOptions.RunContinuationsAsynchronously);
        exited = completion.Task;
        lock (_lock)
        {
            var error = spawn(out id);
            if (error == 0)
                Follow_NeedsLock(id, completion);
            return error;
        }
    }

    /// <summary>From now on reaps every child, adopted orphans included.</summary>
    public void ReapAll()
    {
        lock (_lock)
        {
            _reapsAll = true;
            // Of orphans there are no descriptors; that they stay zombies for a second harms nobody.
            if (OperatingSystem.IsLinux())
                ReadinessLoop.Shared.DoEverySecond(Reap);
            else
                Listen_NeedsLock();
        }
    }

    /// <summary>Whether the process was started here and has not been reaped.</summary>
    public bool IsOwnChild(int id)
    {
        lock (_lock)
            return _children.ContainsKey(id);
    }

    /// <summary>Reaps what has ended by now.</summary>
    public void Reap()
    {
        lock (_lock)
        {
            if (_reapsAll)
                ReapAny_NeedsLock();
            else
                ReapKnown_NeedsLock();
        }
    }

    /// <summary>Reaps one adopted orphan, if it has ended.</summary>
    public void ReapAdopted(int id)
    {
        lock (_lock)
        {
            if (!_children.ContainsKey(id) && LibC.Wait(id, out _, LibC.WaitNoHang, out var usage) == id)
                _adopted = _adopted.Plus(usage.ToUsage());
        }
    }

    private void ReapEnded(int id)
    {
        lock (_lock)
        {
            Reap();
            // Told in vain: the descriptor's number had been another's.
            if (_children.TryGetValue(id, out var child))
                child.Handle?.Watch();
        }
    }

    private void Follow_NeedsLock(int id, TaskCompletionSource<ProcessExit> completion)
    {
        var handle = ProcessHandle.TryOpen(id, () => ReapEnded(id));
        _children.Add(id, new Child(completion, handle));
        if (handle is not null)
        {
            handle.Watch();
            return;
        }

        Listen_NeedsLock();
        // It may have ended before anybody listened.
        if (_reapsAll)
            ReapAny_NeedsLock();
        else
            ReapKnown_NeedsLock();
    }

    private void Listen_NeedsLock()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("children are reaped on POSIX systems only");
        _registration ??= PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Reap());
    }

    private void ReapAny_NeedsLock()
    {
        while (LibC.Wait(-1, out var status, LibC.WaitNoHang, out var usage) is > 0 and var id)
        {
            if (_children.Remove(id, out var child))
                child.End(Decode(status, usage));
            else
                _adopted = _adopted.Plus(usage.ToUsage());
        }
    }

    private void ReapKnown_NeedsLock()
    {
        foreach (var (id, child) in _children.ToArray())
        {
            var result = LibC.Wait(id, out var status, LibC.WaitNoHang, out var usage);
            if (result == 0)
                continue;
            _children.Remove(id);
            if (result == id)
                child.End(Decode(status, usage));
            else
                child.Lose(id);
        }
    }

    private static ProcessExit Decode(int status, ResourceUsage usage)
    {
        var signal = status & 0x7f;
        return new ProcessExit(signal == 0 ? (status >> 8) & 0xff : -signal) { Usage = usage.ToUsage() };
    }

    private sealed record Child(TaskCompletionSource<ProcessExit> Completion, ProcessHandle? Handle)
    {
        public void End(ProcessExit exit)
        {
            Handle?.Dispose();
            Completion.SetResult(exit);
        }

        public void Lose(int id)
        {
            Handle?.Dispose();
            Completion.SetException(new InvalidOperationException(
                $"process {id} was reaped by someone else in this program; its exit code is lost"));
        }
    }
}
