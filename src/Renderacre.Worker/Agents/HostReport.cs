using System.Globalization;
using System.Text;
using Renderacre.Contracts.Workers;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Options;

namespace Renderacre.Worker.Agents;

/// <summary>What a worker tells the farm that its machine has.</summary>
/// <param name="Labels">Labels, capabilities among them.</param>
/// <param name="Slots">Sessions at a time.</param>
/// <param name="Gpus">The graphics cards that sessions get.</param>
internal sealed record HostReport(
    IReadOnlyDictionary<string, string> Labels, int Slots, IReadOnlyList<GpuDevice> Gpus)
{
    /// <summary>Looks at a machine, as the options want it told.</summary>
    /// <param name="options">The worker's options.</param>
    /// <param name="machine">The machine.</param>
    public static async Task<HostReport> OfAsync(WorkerOptions options, IMachine machine)
    {
        IReadOnlyList<GpuDevice> gpus = await GpuChoice.FindAsync(options.GpuDevices, machine);
        IReadOnlyDictionary<string, string> labels =
            HostLabels.Of(machine, gpus, options.DataFolder, options.Labels);
        return new HostReport(labels, options.Slots ?? SlotsOf(labels), gpus);
    }

    /// <summary>The report for people: a line each.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"slots: {Slots}\n");
        foreach ((string name, string value) in Labels)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        foreach (GpuDevice gpu in Gpus)
            text.Append(CultureInfo.InvariantCulture, $"gpu {gpu.Id}: {gpu.Name ?? "of unknown model"}{Memory(gpu)}\n");
        return text.ToString();
    }

    /// <summary>One for each virtual CPU that the worker has by its label, which the options may set.</summary>
    private static int SlotsOf(IReadOnlyDictionary<string, string> labels) =>
        Math.Max(1, (int)Math.Min(
            double.Parse(labels[HostLabels.VirtualCpus], CultureInfo.InvariantCulture), OptionSources.SlotsMax));

    private static string Memory(GpuDevice gpu) =>
        gpu.MemoryMib is { } memory ? string.Create(CultureInfo.InvariantCulture, $", {memory} MiB") : "";
}
