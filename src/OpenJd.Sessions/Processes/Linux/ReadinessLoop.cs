using System.Runtime.InteropServices;

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>
/// Waits on one thread for all handles of this process's children: pipes that can be read, processes that have ended.
/// However many children there are, no other thread is held by them, and a child's end wakes this one alone.
/// </summary>
internal sealed unsafe partial class ReadinessLoop
{
    private const int EventsAtOnce = 64;
    private const int Interrupted = 4;
    private const int CloseOnExec = 0x80000;
    private const int Add = 1;
    private const int Remove = 2;
    private const int Modify = 3;
    private const uint ReadableOnce = 0x1 | 0x40000000;
    private const int ChoreMilliseconds = 1000;
    private const int SoonMilliseconds = 5;

    private static readonly Lazy<ReadinessLoop> Instance = new(() => new ReadinessLoop());

    // struct epoll_event is packed on x86-64 only.
    private static readonly int EventBytes = IsPacked ? 12 : 16;
    private static readonly int DataOffset = IsPacked ? 4 : 8;

    private readonly int _epoll;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Action> _handlers = [];

    // Touched by the loop's own thread only, but for what is forgotten.
    private readonly Dictionary<int, Action> _soon = [];
    private readonly Thread _thread;
    private Action? _chore;
    private long _soonAt;

    private ReadinessLoop()
    {
        _epoll = Create(CloseOnExec);
        if (_epoll < 0)
            throw new ProcessStartException($"epoll_create1 failed: {Marshal.GetLastPInvokeErrorMessage()}");
        _thread = new Thread(Run) { IsBackground = true, Name = "child watcher" };
        _thread.Start();
    }

    /// <summary>The loop of this process, started when it is first asked for.</summary>
    public static ReadinessLoop Shared => Instance.Value;

    private static bool IsPacked => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;

    /// <summary>Calls back once on this thread when a descriptor can be read or its other end closed.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="ready">
    /// What to call; it must not wait. It may be called in vain, and then asks again.
    /// </param>
    public void NotifyOnce(int descriptor, Action ready)
    {
        lock (_lock)
        {
            bool known = _handlers.ContainsKey(descriptor);
            _handlers[descriptor] = ready;
            Control_NeedsLock(known ? Modify : Add, descriptor);
        }
    }

    /// <summary>
    /// The same for a descriptor that may well be forgotten before anything comes, as the pipes of a process that ends
    /// at once: where this thread asks, it begins to watch some milliseconds later, and need not where it does not.
    /// </summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="ready">What to call, as for <see cref="NotifyOnce"/>.</param>
    public void NotifyOnceSoon(int descriptor, Action ready)
    {
        // Asked by another thread, this one may be asleep without an end.
        if (Thread.CurrentThread != _thread)
        {
            NotifyOnce(descriptor, ready);
            return;
        }

        lock (_lock)
        {
            if (_soon.Count == 0)
                _soonAt = Environment.TickCount64 + SoonMilliseconds;
            _soon[descriptor] = ready;
        }
    }

    /// <summary>Forgets a descriptor; to be called before it is closed.</summary>
    /// <param name="descriptor">The descriptor.</param>
    public void Forget(int descriptor)
    {
        lock (_lock)
        {
            _soon.Remove(descriptor);
            if (_handlers.Remove(descriptor))
                Control_NeedsLock(Remove, descriptor);
        }
    }

    /// <summary>Has something done about once a second, on the loop's thread.</summary>
    /// <param name="chore">What to do; it must not wait.</param>
    public void DoEverySecond(Action chore)
    {
        lock (_lock)
            _chore = chore;
        // The thread waits without an end until it is woken once.
        WakeOnce();
    }

    private void WakeOnce()
    {
        int* ends = stackalloc int[2];
        if (MakePipe(ends, CloseOnExec) != 0)
            throw new ProcessStartException($"pipe2 failed: {Marshal.GetLastPInvokeErrorMessage()}");
        int reader = ends[0];
        NotifyOnce(reader, () =>
        {
            Forget(reader);
            _ = Close(reader);
        });
        // The end of the other end is what is noticed.
        _ = Close(ends[1]);
    }

    private void Run()
    {
        byte* events = stackalloc byte[EventsAtOnce * EventBytes];
        long next = Environment.TickCount64;
        while (true)
        {
            int count = Wait(_epoll, events, EventsAtOnce, Patience());
            if (count < 0 && Marshal.GetLastPInvokeError() != Interrupted)
                throw new InvalidOperationException($"epoll_wait failed: {Marshal.GetLastPInvokeErrorMessage()}");
            for (int at = 0; at < count; at++)
                Handler(*(int*)(events + at * EventBytes + DataOffset))?.Invoke();
            WatchWhatIsDue();
            if (Volatile.Read(ref _chore) is { } chore && Environment.TickCount64 >= next)
            {
                chore();
                next = Environment.TickCount64 + ChoreMilliseconds;
            }
        }
    }

    private int Patience()
    {
        lock (_lock)
        {
            if (_soon.Count > 0)
                return SoonMilliseconds;
        }

        return Volatile.Read(ref _chore) is null ? -1 : ChoreMilliseconds;
    }

    private void WatchWhatIsDue()
    {
        lock (_lock)
        {
            if (_soon.Count == 0 || Environment.TickCount64 < _soonAt)
                return;
            foreach ((int descriptor, Action ready) in _soon)
                NotifyOnce(descriptor, ready);
            _soon.Clear();
        }
    }

    private Action? Handler(int descriptor)
    {
        lock (_lock)
            return _handlers.GetValueOrDefault(descriptor);
    }

    private void Control_NeedsLock(int operation, int descriptor)
    {
        byte* request = stackalloc byte[EventBytes];
        *(uint*)request = ReadableOnce;
        *(long*)(request + DataOffset) = descriptor;
        if (Control(_epoll, operation, descriptor, request) != 0 && operation != Remove)
            throw new ProcessStartException($"epoll_ctl failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(int epoll, int operation, int descriptor, void* request);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(int epoll, void* events, int eventsMax, int milliseconds);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int MakePipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
