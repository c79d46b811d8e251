using System.Runtime.InteropServices;

namespace Renderacre.Worker.Machines.Windows;

/// <summary>Idle time of the Windows session that the worker runs in. Compiled, not run.</summary>
internal sealed unsafe partial class WindowsIdleTime : IIdleTime
{
    private const uint SessionOfServices = 0;

    /// <inheritdoc/>
    public string Needs => "a worker in somebody's session (a service sees no keyboard and mouse)";

    /// <inheritdoc/>
    public Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken)
    {
        var input = new LastInput { Size = (uint)sizeof(LastInput) };
        bool known = ProcessIdToSessionId((uint)Environment.ProcessId, out uint session)
            && session != SessionOfServices && GetLastInputInfo(&input);
        // Both count milliseconds in 32 bits, and begin anew alike.
        uint milliseconds = unchecked((uint)Environment.TickCount - input.Tick);
        return Task.FromResult<TimeSpan?>(known ? TimeSpan.FromMilliseconds(milliseconds) : null);
    }

    [LibraryImport("user32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetLastInputInfo(LastInput* input);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ProcessIdToSessionId(uint process, out uint session);

    /// <summary>LASTINPUTINFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct LastInput
    {
        public uint Size, Tick;
    }
}
