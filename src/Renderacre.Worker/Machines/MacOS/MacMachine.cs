using System.Runtime.InteropServices;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.MacOS;

/// <summary>A machine as sysctl shows it. Compiled, not run.</summary>
internal sealed partial class MacMachine : IMachine
{
    private const long BytesPerMebibyte = 1 << 20;

    /// <inheritdoc/>
    public int VirtualCpus => Environment.ProcessorCount;

    /// <inheritdoc/>
    public long? MemoryBytes
    {
        get
        {
            long value = 0;
            nuint length = sizeof(long);
            return SysCtlByName("hw.memsize", ref value, ref length, 0, 0) == 0 && value > 0 ? value : null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Apple's own chips bear one each, which shares the machine's memory.</remarks>
    public IReadOnlyList<GpuDevice> Gpus => RuntimeInformation.OSArchitecture == Architecture.Arm64
        ? [new GpuDevice(GpuIds.Make(GpuIds.Apple, "0"), null, MemoryBytes / BytesPerMebibyte)]
        : [];

    [LibraryImport("libc", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SysCtlByName(
        string name, ref long value, ref nuint length, nint newValue, nuint newLength);
}
