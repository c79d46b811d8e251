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
    private readonly List<Ended> _ended = [];
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

    /// <summary>
    /// Whether what awaits a child's end goes on on the thread that noticed it, <see cref="ReadinessLoop"/>'s, which
    /// spares waking another. For programs that run one action at a time: meanwhile nobody reads children's pipes.
    /// </summary>
    public bool ContinuesInline { get; set; }

    /// <summary>Starts a child and follows it until it ends.</summary>
    /// <returns>What the spawn returned.</returns>
    public int Start(SpawnFunction spawn, out int id, out Task<ProcessExit> exited)
    {
        var completion = new TaskCompletionSource<ProcessExit>(
            ContinuesInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        exited = completion.Task;
        lock (_lock)
        {
            var error = spawn(out id);
            if (error != 0 || Watch_NeedsLock(id, completion))
                return error;
        }

        // It may have ended before anybody listened.
        Reap();
        return 0;
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
        foreach (var ended in TakeEnded())
        {
            // Whoever asks is in the middle of something: what awaits the end goes on elsewhere.
            if (ContinuesInline)
                ThreadPool.UnsafeQueueUserWorkItem(static each => each.Tell(), ended, preferLocal: false);
            else
                ended.Tell();
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
        Ended[] ended;
        lock (_lock)
        {
            ended = TakeEnded();
            // Told in vain: the descriptor's number had been another's.
            if (_children.TryGetValue(id, out var child))
                child.Handle?.Watch();
        }

        foreach (var each in ended)
            each.Tell();
    }

    private Ended[] TakeEnded()
    {
        lock (_lock)
        {
            if (_reapsAll)
                ReapAny_NeedsLock();
            else
                ReapKnown_NeedsLock();
            if (_ended.Count == 0)
                return [];
            Ended[] ended = [.. _ended];
            _ended.Clear();
            return ended;
        }
    }

    private bool Watch_NeedsLock(int id, TaskCompletionSource<ProcessExit> completion)
    {
        var handle = ProcessHandle.TryOpen(id, () => ReapEnded(id));
        _children.Add(id, new Child(completion, handle));
        handle?.Watch();
        if (handle is null)
            Listen_NeedsLock();
        return handle is not null;
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
                End_NeedsLock(id, child, Decode(status, usage));
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
            End_NeedsLock(id, child, result == id ? Decode(status, usage) : null);
        }
    }

    private void End_NeedsLock(int id, Child child, ProcessExit? exit)
    {
        child.Handle?.Dispose();
        _ended.Add(new Ended(id, child.Completion, exit));
    }

    private static ProcessExit Decode(int status, ResourceUsage usage)
    {
        var signal = status & 0x7f;
        return new ProcessExit(signal == 0 ? (status >> 8) & 0xff : -signal) { Usage = usage.ToUsage() };
    }

    private sealed record Child(TaskCompletionSource<ProcessExit> Completion, ProcessHandle? Handle);

    /// <summary>A child that was reaped, and its exit; null where someone else had taken it.</summary>
    private sealed record Ended(int Id, TaskCompletionSource<ProcessExit> Completion, ProcessExit? Exit)
    {
        public void Tell()
        {
            if (Exit is { } exit)
            {
                Completion.SetResult(exit);
                return;
            }

            Completion.SetException(new InvalidOperationException(
                $"process {Id} was reaped by someone else in this program; its exit code is lost"));
        }
    }
}
