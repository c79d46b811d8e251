using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using OpenJd.Sessions.Processes.Linux;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>A pipe that a child writes to and this process reads.</summary>
internal sealed unsafe partial class ChildPipe : IDisposable
{
    private const int CloseOnExec = 0x80000;

    private readonly SafeHandle _writer;

    private ChildPipe(Stream reader, SafeHandle writer)
    {
        Reader = reader;
        _writer = writer;
    }

    /// <summary>The reading end; the taker disposes of it.</summary>
    public Stream Reader { get; }

    /// <summary>The writing end's descriptor.</summary>
    public int Writer => (int)_writer.DangerousGetHandle();

    /// <summary>Makes a pipe; neither end is inherited by other children.</summary>
    /// <exception cref="ProcessStartException">The system gave none.</exception>
    public static ChildPipe Make()
    {
        if (!OperatingSystem.IsLinux())
        {
            // The runtime's own pipe, whose writing end is closed with this.
            var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
            return new ChildPipe(pipe, pipe.ClientSafePipeHandle);
        }

        var ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0)
        {
            throw new ProcessStartException(
                $"no pipe for the output could be made: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var writer = new SafeFileHandle(ends[1], ownsHandle: true);
        return new ChildPipe(new PolledPipe(new SafeFileHandle(ends[0], ownsHandle: true)), writer);
    }

    /// <summary>Closes the writing end of this process; the child has its own.</summary>
    public void Dispose() => _writer.Dispose();

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int Pipe(int* ends, int flags);
}
