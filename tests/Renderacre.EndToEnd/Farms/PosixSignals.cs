using System.Runtime.InteropServices;

namespace Renderacre.EndToEnd.Farms;

/// <summary>Signals to processes by id.</summary>
public static class PosixSignals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Halts a process until <see cref="Continue"/>; it cannot take notice of it.</summary>
    public static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;

    /// <summary>Lets a halted process go on.</summary>
    public static readonly int Continue = OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Send(int processId, int signal) => _ = SendNative(processId, signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendNative(int processId, int signal);
}
