using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Processes.MacOS;
using OpenJd.Sessions.Processes.Posix;
using OpenJd.Sessions.Processes.Windows;

namespace OpenJd.Sessions.Processes;

/// <summary>The launcher of the system that this program runs on.</summary>
public static class ProcessLaunchers
{
    /// <summary>Makes the launcher for Linux, macOS or Windows.</summary>
    /// <param name="timeProvider">Times the short waits between two rounds of ending a tree.</param>
    /// <exception cref="PlatformNotSupportedException">The system is none of the three.</exception>
    public static IProcessLauncher ForThisSystem(TimeProvider timeProvider)
    {
        if (OperatingSystem.IsLinux())
            return new PosixLauncher(new LinuxProcessTable(), SpawnFlags.Linux, timeProvider);
        if (OperatingSystem.IsMacOS())
            return new PosixLauncher(new MacProcessTable(), SpawnFlags.MacOS, timeProvider);
        if (OperatingSystem.IsWindows())
            return new WindowsLauncher(timeProvider);
        throw new PlatformNotSupportedException(
            "Processes of a session can be run on Linux, macOS and Windows; this system is none of them.");
    }
}
