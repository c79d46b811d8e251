using System.Globalization;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>
/// NVIDIA's cards as their kernel driver lists them, for machines without <c>nvidia-smi</c>. How much memory they have
/// it does not tell.
/// </summary>
internal static class NvidiaDriver
{
    /// <summary>The cards in order of their place on the bus.</summary>
    /// <param name="root">The folder that <c>/proc</c> is in.</param>
    public static IEnumerable<GpuDevice> Devices(string root) =>
        KernelFile.Folders(Path.Combine(root, "proc/driver/nvidia/gpus"))
            .Order(StringComparer.Ordinal)
            .Select((folder, index) => new GpuDevice(
                GpuIds.Make(GpuIds.Nvidia, index.ToString(CultureInfo.InvariantCulture)), Model(folder), null));

    private static string? Model(string folder)
    {
        const string Field = "Model:";
        return KernelFile.Lines(Path.Combine(folder, "information"))
            .FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..].Trim();
    }
}
