using System.Globalization;
using System.Runtime.InteropServices;
using Renderacre.Contracts.Workers;
using Renderacre.Worker.Machines;

namespace Renderacre.Worker.Agents;

/// <summary>
/// Labels that a worker sets by itself: the capabilities that the specification defines, as this machine has them.
/// Source: template schemas §3.3.1.1 and §3.3.2.1.
/// </summary>
internal static class HostLabels
{
    /// <summary>The label of the virtual CPUs.</summary>
    public const string VirtualCpus = "amount.worker.vcpu";

    private const long BytesPerMebibyte = 1L << 20;
    private const long BytesPerGibibyte = 1L << 30;

    /// <summary>Adds what is known of a machine to the labels given, which win.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="gpus">The graphics cards that the worker gives to sessions.</param>
    /// <param name="folder">The folder in which sessions work.</param>
    /// <param name="given">The labels given.</param>
    public static IReadOnlyDictionary<string, string> Of(
        IMachine machine, IReadOnlyList<GpuDevice> gpus, string folder, IReadOnlyDictionary<string, string> given)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["attr.worker.os.family"] =
                OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux",
            ["attr.worker.cpu.arch"] = RuntimeInformation.OSArchitecture switch
            {
                Architecture.X64 => "x86_64",
                Architecture.Arm64 => "arm64",
                var other => other.ToString().ToLowerInvariant(),
            },
            [VirtualCpus] = Text(machine.VirtualCpus),
            ["amount.worker.gpu"] = Text(gpus.Count),
        };
        if (machine.MemoryBytes is { } memory)
            labels["amount.worker.memory"] = Text(memory / BytesPerMebibyte);
        if (ThisMachine.VolumeBytes(folder) is { } scratch)
            labels["amount.worker.disk.scratch"] = Text(scratch / BytesPerGibibyte);
        // The least that each card has: where one does not tell, nothing can be promised.
        if (gpus.Count > 0 && gpus.All(gpu => gpu.MemoryMib is not null))
            labels["amount.worker.gpu.memory"] = Text(gpus.Min(gpu => gpu.MemoryMib ?? 0));
        foreach ((string name, string value) in given)
            labels[name] = value;
        return labels;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
