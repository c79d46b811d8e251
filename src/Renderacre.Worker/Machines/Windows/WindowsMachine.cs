using System.Runtime.InteropServices;
using OpenJd.Sessions.Processes.Windows;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.Windows;

/// <summary>A machine as kernel32 shows it. Compiled, not run.</summary>
internal sealed unsafe partial class WindowsMachine : IMachine
{
    /// <inheritdoc/>
    public int VirtualCpus => Environment.ProcessorCount;

    /// <inheritdoc/>
    public long? MemoryBytes
    {
        get
        {
            var status = new MemoryStatus { Length = (uint)sizeof(MemoryStatus) };
            return GlobalMemoryStatusEx(&status)
                ? (long)Math.Min(status.TotalPhysical, OwnJobObject.MemoryLimitBytes ?? ulong.MaxValue)
                : null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>NVIDIA's are found by its program; others are named to the worker.</remarks>
    public IReadOnlyList<GpuDevice> Gpus => [];

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GlobalMemoryStatusEx(MemoryStatus* status);

    /// <summary>MEMORYSTATUSEX.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryStatus
    {
        public uint Length, Load;
        public ulong TotalPhysical, FreePhysical, TotalPageFile, FreePageFile, TotalVirtual, FreeVirtual, FreeExtended;
    }
}
