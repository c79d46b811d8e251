using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>A child inside a job object of its own. Compiled, not run.</summary>
internal sealed class WindowsChildProcess : IChildProcess
{
    /// <summary>Looks at a terminated job before it is given up.</summary>
    private const int LooksMax = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly TaskCompletionSource<ProcessExit> _exited =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ProcessWaitHandle _process;
    private readonly RegisteredWaitHandle _wait;
    private readonly JobObject _job;
    private readonly TimeProvider _timeProvider;

    public WindowsChildProcess(
        Kernel32.ProcessInformation information, Stream output, Stream error, JobObject job, TimeProvider timeProvider)
    {
        Id = information.ProcessId;
        StandardOutput = output;
        StandardError = error;
        _job = job;
        _timeProvider = timeProvider;
        _process = new ProcessWaitHandle(information.Process);
        _wait = ThreadPool.RegisterWaitForSingleObject(
            _process, (_, _) => Complete(), null, Timeout.Infinite, executeOnlyOnce: true);
    }

    /// <inheritdoc/>
    public int Id { get; }

    /// <inheritdoc/>
    public Stream StandardOutput { get; }

    /// <inheritdoc/>
    public Stream StandardError { get; }

    /// <inheritdoc/>
    public Task<ProcessExit> Exited => _exited.Task;

    /// <inheritdoc/>
    public ProcessUsage? Usage => Exited.IsCompleted ? _job.Usage() : null;

    /// <inheritdoc/>
    public long MemoryInUse() => _job.PeakMemory();

    /// <inheritdoc/>
    public void Notify()
    {
        if (!Exited.IsCompleted)
            _ = Kernel32.GenerateConsoleCtrlEvent(Kernel32.CtrlBreakEvent, (uint)Id);
    }

    /// <inheritdoc/>
    public void CompleteReads()
    {
        // The system completes them.
    }

    /// <inheritdoc/>
    public bool HasSurvivors() => _job.CountActive() > (Exited.IsCompleted ? 0 : 1);

    /// <inheritdoc/>
    public async Task<bool> KillTreeAsync(CancellationToken cancellationToken = default)
    {
        _ = Kernel32.TerminateJobObject(_job, 1);
        for (var look = 0; look < LooksMax; look++)
        {
            if (_job.CountActive() == 0)
                return true;
            await Task.Delay(Pause, _timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return _job.CountActive() == 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wait.Unregister(null);
        _job.Dispose();
        _process.Dispose();
        StandardOutput.Dispose();
        StandardError.Dispose();
    }

    private void Complete()
    {
        if (Kernel32.GetExitCodeProcess(_process.SafeWaitHandle, out var code))
            _exited.TrySetResult(new ProcessExit(unchecked((int)code)));
        else
            _exited.TrySetException(new InvalidOperationException($"the exit code of process {Id} cannot be read"));
    }

    private sealed class ProcessWaitHandle : WaitHandle
    {
        public ProcessWaitHandle(nint handle) => SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: true);
    }
}
