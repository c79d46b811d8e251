using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>The job object that this process is in itself, such as its container's. Compiled, not run.</summary>
public static unsafe class OwnJobObject
{
    /// <summary>Bytes of memory that the processes in it may have together; null where there is no limit.</summary>
    public static ulong? MemoryLimitBytes
    {
        get
        {
            using var own = new SafeFileHandle(0, ownsHandle: false);
            Kernel32.ExtendedLimits limits = default;
            bool told = Kernel32.QueryInformationJobObject(
                own, Kernel32.ExtendedLimitInformation, &limits, (uint)sizeof(Kernel32.ExtendedLimits), null);
            return told && (limits.LimitFlags & Kernel32.LimitJobMemory) != 0 ? limits.JobMemory : null;
        }
    }
}
