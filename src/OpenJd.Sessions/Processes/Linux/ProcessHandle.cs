using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Linux;

/// <summary>Tells when a child has ended, through a descriptor of the process (Linux 5.3 and later).</summary>
internal sealed partial class ProcessHandle : IDisposable
{
    // The same number on all processors.
    private const int PidFdOpen = 434;

    private readonly SafeFileHandle _handle;
    private readonly Action _ended;

    private ProcessHandle(SafeFileHandle handle, Action ended)
    {
        _handle = handle;
        _ended = ended;
    }

    private int Descriptor => (int)_handle.DangerousGetHandle();

    /// <summary>Opens the descriptor of a child that has not been reaped.</summary>
    /// <param name="id">The child.</param>
    /// <param name="ended">Called on the thread of <see cref="ReadinessLoop"/>; see <see cref="Watch"/>.</param>
    /// <returns>The handle, or null where the system has no such thing.</returns>
    public static ProcessHandle? TryOpen(int id, Action ended)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var descriptor = SystemCall(PidFdOpen, id, 0);
        return descriptor < 0 ? null : new ProcessHandle(new SafeFileHandle(descriptor, ownsHandle: true), ended);
    }

    /// <summary>Has the end told, once; again where the call was in vain.</summary>
    public void Watch() => ReadinessLoop.Shared.NotifyOnce(Descriptor, _ended);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle.IsClosed)
            return;
        ReadinessLoop.Shared.Forget(Descriptor);
        _handle.Dispose();
    }

    // Descriptors of processes are close-on-exec by themselves.
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint id, nint flags);
}
