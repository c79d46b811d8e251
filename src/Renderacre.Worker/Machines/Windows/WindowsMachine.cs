using System.Runtime.InteropServices;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.Windows;

/// <summary>A machine as kernel32 shows it. Compiled, not run.</summary>
internal sealed unsafe partial class WindowsMachine : IMachine
{
    private const int ExtendedLimitInformation = 9;
    private const uint LimitsJobMemory = 0x200;

    /// <inheritdoc/>
    public int VirtualCpus => Environment.ProcessorCount;

    /// <inheritdoc/>
    public long? MemoryBytes
    {
        get
        {
            var status = new MemoryStatus { Length = (uint)sizeof(MemoryStatus) };
            return GlobalMemoryStatusEx(&status) ? (long)Math.Min(status.TotalPhysical, JobLimit()) : null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>NVIDIA's are found by its program; others are named to the worker.</remarks>
    public IReadOnlyList<GpuDevice> Gpus => [];

    /// <summary>What the job object of this process, a container's for one, lets its processes have.</summary>
    private static ulong JobLimit()
    {
        ExtendedLimits limits = default;
        bool told = QueryInformationJobObject(
            0, ExtendedLimitInformation, &limits, (uint)sizeof(ExtendedLimits), null);
        return told && (limits.LimitFlags & LimitsJobMemory) != 0 ? limits.JobMemory : ulong.MaxValue;
    }

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GlobalMemoryStatusEx(MemoryStatus* status);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool QueryInformationJobObject(
        nint job, int kind, void* information, uint bytes, uint* returned);

    /// <summary>MEMORYSTATUSEX.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryStatus
    {
        public uint Length, Load;
        public ulong TotalPhysical, FreePhysical, TotalPageFile, FreePageFile, TotalVirtual, FreeVirtual, FreeExtended;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public long ProcessUserTime, JobUserTime;
        public uint LimitFlags;
        public nuint MinimumWorkingSet, MaximumWorkingSet;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass, SchedulingClass;
        public ulong ReadOperations, WriteOperations, OtherOperations, ReadBytes, WriteBytes, OtherBytes;
        public nuint ProcessMemory, JobMemory, PeakProcessMemory, PeakJobMemory;
    }
}
