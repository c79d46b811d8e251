namespace Renderacre.Python.Interop;

/// <summary>
/// Work without the interpreter lock, so that Python's other threads go on meanwhile. Nothing of Python's may be
/// touched in it.
/// </summary>
internal static unsafe class InterpreterLock
{
    // How late a Ctrl-C may be noticed: signals are only seen between two slices.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    /// <summary>Releases the lock while something is worked out.</summary>
    public static T Released<T>(Func<T> work)
    {
        var thread = PythonApi.SaveThread();
        try
        {
            return work();
        }
        finally
        {
            PythonApi.RestoreThread(thread);
        }
    }

    /// <summary>Waits with the lock released until something has ended; Ctrl-C cancels it.</summary>
    /// <param name="start">Starts what is waited for.</param>
    /// <exception cref="PythonErrorException">A signal's handler raised; what was waited for is cancelled.</exception>
    public static T Wait<T>(Func<CancellationToken, Task<T>> start)
    {
        using var interrupt = new CancellationTokenSource();
        var work = Released(() => start(interrupt.Token));
        while (!EndsWithin(work, Slice))
        {
            if (PythonApi.CheckSignals() == 0)
                continue;
            interrupt.Cancel();
            throw new PythonErrorException();
        }

        return work.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a while with the lock released.</summary>
    /// <param name="work">What is waited for; it goes on when it has not ended.</param>
    /// <param name="most">The longest to wait.</param>
    /// <returns>Whether it has ended.</returns>
    /// <exception cref="PythonErrorException">A signal's handler raised.</exception>
    public static bool Wait(Task work, TimeSpan most)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var left = most - TimeProvider.System.GetElapsedTime(start);
            if (EndsWithin(work, left < Slice ? left : Slice))
                return true;
            if (PythonApi.CheckSignals() != 0)
                throw new PythonErrorException();
            if (left <= TimeSpan.Zero)
                return false;
        }
    }

    // How it ended is for the caller to see: waiting for any of one does not throw.
    private static bool EndsWithin(Task work, TimeSpan most) =>
        work.IsCompleted || Released(() => Task.WaitAny([work], most < TimeSpan.Zero ? TimeSpan.Zero : most) == 0);
}
