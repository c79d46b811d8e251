using Renderacre.Worker.Machines.Linux;
using Renderacre.Worker.Machines.MacOS;
using Renderacre.Worker.Machines.Windows;

namespace Renderacre.Worker.Machines;

/// <summary>The machine that this program runs on.</summary>
internal static class ThisMachine
{
    /// <summary>Looks at it the way its operating system wants.</summary>
    public static IMachine Open()
    {
        if (OperatingSystem.IsWindows())
            return new WindowsMachine();
        return OperatingSystem.IsMacOS() ? new MacMachine() : new LinuxMachine("/");
    }

    /// <summary>Tells how long nobody has used it.</summary>
    /// <param name="time">The clock.</param>
    public static IIdleTime IdleTime(TimeProvider time)
    {
        if (OperatingSystem.IsWindows())
            return new WindowsIdleTime();
        return OperatingSystem.IsMacOS()
            ? new MacIdleTime()
            : new LinuxIdleTime(Environment.GetEnvironmentVariable, time);
    }

    /// <summary>The size of the volume that a folder is, or would be made, on.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Bytes in all, used or not; null where the system does not tell.</returns>
    public static long? VolumeBytes(string folder)
    {
        string? place = Path.GetFullPath(folder);
        while (place is not null && !Directory.Exists(place))
            place = Path.GetDirectoryName(place);
        try
        {
            return place is null ? null : new DriveInfo(place).TotalSize;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // A network share that is no drive, for one.
        }
    }
}
