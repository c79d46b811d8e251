using System.IO.Pipes;
using System.Security.Principal;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>
/// A pipe whose reading end is asynchronous, which anonymous pipes of Windows are not. Compiled, not run.
/// </summary>
internal sealed class OutputPipe : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly NamedPipeClientStream _writer;

    public OutputPipe()
    {
        var name = $"openjd-{Environment.ProcessId}-{Guid.NewGuid():N}";
        Reader = new NamedPipeServerStream(
            name, PipeDirection.In, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly, BufferBytes, outBufferSize: 0);
        _writer = new NamedPipeClientStream(
            ".", name, PipeDirection.Out, PipeOptions.None,
            TokenImpersonationLevel.None, HandleInheritability.Inheritable);
        _writer.Connect();
        Reader.WaitForConnection();
    }

    /// <summary>The reading end; the taker disposes of it.</summary>
    public NamedPipeServerStream Reader { get; }

    /// <summary>The writing end's handle.</summary>
    public nint WriterHandle => _writer.SafePipeHandle.DangerousGetHandle();

    /// <summary>Closes the writing end of this process; the child has its own.</summary>
    public void Dispose() => _writer.Dispose();
}
