using System.Globalization;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>
/// AMD's cards as the compute part of their kernel driver lists them: in the order in which ROCm counts them.
/// </summary>
internal static class AmdDriver
{
    private const long BytesPerMebibyte = 1 << 20;
    private const string VideoMemoryPublic = "1";
    private const string VideoMemoryPrivate = "2";

    /// <summary>The cards.</summary>
    /// <param name="root">The folder that <c>/sys</c> is in.</param>
    public static IEnumerable<GpuDevice> Devices(string root) =>
        KernelFile.Folders(Path.Combine(root, "sys/class/kfd/kfd/topology/nodes"))
            .Where(IsGpu)
            .OrderBy(Number)
            .Select((node, index) => new GpuDevice(
                GpuIds.Make(GpuIds.Amd, index.ToString(CultureInfo.InvariantCulture)), Name(node), Memory(node)));

    private static int Number(string node) =>
        int.TryParse(Path.GetFileName(node), CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    /// <summary>Processors are nodes as well, without vector units.</summary>
    private static bool IsGpu(string node) => Property(node, "simd_count") is { } count && count != "0";

    private static string? Name(string node) =>
        KernelFile.FirstLine(Path.Combine(node, "name")) is { Length: > 0 } name ? name : null;

    private static long? Memory(string node)
    {
        long bytes = KernelFile.Folders(Path.Combine(node, "mem_banks"))
            .Where(bank => Property(bank, "heap_type") is VideoMemoryPublic or VideoMemoryPrivate)
            .Sum(bank => long.TryParse(Property(bank, "size_in_bytes"), CultureInfo.InvariantCulture, out long size)
                ? size
                : 0);
        return bytes > 0 ? bytes / BytesPerMebibyte : null;
    }

    private static string? Property(string folder, string name) =>
        KernelFile.Lines(Path.Combine(folder, "properties"))
            .Select(line => line.Split(' ', 2))
            .FirstOrDefault(parts => parts.Length == 2 && parts[0] == name)?[1].Trim();
}
