using System.Runtime.InteropServices;
using System.Threading.Tasks.Sources;
using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>
/// The reading end of a pipe that holds no thread while nothing comes. What awaits a read goes on on the thread of
/// <see cref="ReadinessLoop"/>, and so must not wait there for anything. One read at a time.
/// </summary>
internal sealed unsafe partial class PolledPipe : Stream, IValueTaskSource<int>
{
    private const int NonBlocking = 0x800;
    private const int SetStatusFlags = 4;
    private const int WouldBlock = 11;
    private const int Interrupted = 4;

    // A child that prints without a pause must not keep the loop from the others.
    private const int ReadsInARow = 16;

    private readonly SafeFileHandle _handle;
    private readonly Lock _lock = new();
    private readonly Action _ready;
    private ManualResetValueTaskSourceCore<int> _source;
    private CancellationTokenRegistration _cancellation;
    private Memory<byte> _buffer;
    private bool _pending;
    private int _reads;

    /// <summary>Takes a pipe's reading end.</summary>
    /// <param name="handle">The end; disposed of with this.</param>
    public PolledPipe(SafeFileHandle handle)
    {
        _handle = handle;
        _ready = OnReady;
        if (Control(Descriptor, SetStatusFlags, NonBlocking) < 0)
            throw new ProcessStartException($"fcntl failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private int Descriptor => (int)_handle.DangerousGetHandle();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Of a new child nothing can have come yet, and it may end before its pipe needs to be watched.
        bool isNew = _reads == 0;
        if (_reads++ % ReadsInARow != 0 && TryRead(buffer.Span) is { } count)
            return ValueTask.FromResult(count);
        _source.Reset();
        var result = new ValueTask<int>(this, _source.Version);
        lock (_lock)
        {
            _buffer = buffer;
            _pending = true;
            _cancellation = cancellationToken.UnsafeRegister(
                static (pipe, token) => ((PolledPipe)pipe!).End(new OperationCanceledException(token)), this);
            if (_pending && isNew)
                ReadinessLoop.Shared.NotifyOnceSoon(Descriptor, _ready);
            else if (_pending)
                ReadinessLoop.Shared.NotifyOnce(Descriptor, _ready);
        }

        return result;
    }

    /// <summary>
    /// Completes the awaited read, if there is one, with what is in the pipe or with its end; what awaits it goes on
    /// on this thread.
    /// </summary>
    /// <returns>Whether a read was completed; else there is none, or nothing to read yet.</returns>
    public bool TryComplete()
    {
        int result;
        lock (_lock)
        {
            if (!_pending)
                return false;
            try
            {
                if (TryRead(_buffer.Span) is not { } count)
                    return false;
                result = count;
            }
            catch (IOException error)
            {
                End(error);
                return true;
            }

            _pending = false;
            _cancellation.Unregister();
        }

        _source.SetResult(result);
        return true;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("a child's pipe is read asynchronously");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    int IValueTaskSource<int>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!_handle.IsClosed)
        {
            // Nothing is to be watched again once it is forgotten.
            End(new ObjectDisposedException(nameof(PolledPipe)));
            ReadinessLoop.Shared.Forget(Descriptor);
            _handle.Dispose();
        }

        base.Dispose(disposing);
    }

    private void OnReady()
    {
        if (TryComplete())
            return;
        lock (_lock)
        {
            if (_pending)
                ReadinessLoop.Shared.NotifyOnce(Descriptor, _ready);
        }
    }

    private void End(Exception error)
    {
        lock (_lock)
        {
            if (!_pending)
                return;
            _pending = false;
        }

        _source.SetException(error);
    }

    // Null where nothing is there yet.
    private int? TryRead(Span<byte> buffer)
    {
        while (true)
        {
            nint count;
            fixed (byte* start = buffer)
                count = Read(Descriptor, start, (nuint)buffer.Length);
            if (count >= 0)
                return (int)count;
            int error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock)
                return null;
            if (error != Interrupted)
                throw new IOException($"a child's pipe cannot be read: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, byte* buffer, nuint count);

    // Variadic, but Linux passes variadic integers as others.
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);
}
