using System.Runtime.InteropServices;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// Cuts a session's host off from the worker's terminal and pipes, so that what ends the worker does not end it.
/// Windows needs nothing: the worker starts the host without a console. (macOS: compiled, not run.)
/// </summary>
internal static partial class HostDetachment
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>Detaches this process.</summary>
    /// <param name="logPath">Where its own output goes.</param>
    /// <param name="access">Who may read that.</param>
    public static void Detach(string logPath, SpoolAccess access)
    {
        FileStream log = access.OpenToWrite(logPath, bufferSize: 0);
        if (OperatingSystem.IsWindows())
        {
            var writer = new StreamWriter(log) { AutoFlush = true };
            Console.SetOut(writer);
            Console.SetError(writer);
            return;
        }

        // Fails where the process leads a group already, and then it is as detached as it gets.
        _ = SetSid();
        int descriptor = (int)log.SafeFileHandle.DangerousGetHandle();
        if (Dup2(descriptor, StandardOutput) < 0 || Dup2(descriptor, StandardError) < 0)
            throw new IOException($"output cannot be sent to {logPath}: error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static partial int SetSid();

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Dup2(int from, int to);
}
