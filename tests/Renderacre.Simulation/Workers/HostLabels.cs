using System.Globalization;
using Renderacre.Contracts.Workers;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.Workers;

/// <summary>What simulated hosts have.</summary>
internal static class HostLabels
{
    /// <summary>Labels of a host: programs, pools, amounts, attributes.</summary>
    public static Dictionary<string, string> Make(SimulationRandom random, int slots)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["attr.worker.os.family"] = random.Pick<string>(["linux", "windows", "macos"]),
            ["pool"] = random.Pick<string>(["render", "render,comp", "comp", "gpu;render"]),
        };
        if (random.Chance(0.7))
            labels["app"] = random.Pick<string>(["maya", "blender", "maya,nuke"]);
        if (random.Chance(0.6))
            labels["amount.worker.vcpu"] = $"{slots * random.Between(1, 8)}";
        if (random.Chance(0.6))
            labels["Amount.Worker.Memory"] = $"{random.Pick<int>([8192, 16384, 65536])}";
        if (random.Chance(0.3))
            labels["amount.worker.gpu"] = $"{random.Between(1, 4)}";
        return labels;
    }

    /// <summary>Lets some hosts be shut down and woken, where the farm does that.</summary>
    public static void MayManagePower(SimulatedFarm farm, Dictionary<string, string> labels)
    {
        if (farm.Settings.Wakes && farm.Random.Chance(0.5))
            labels["power"] = "managed";
    }

    /// <summary>The graphics cards of a host told apart, or null for a mere number of them.</summary>
    public static GpuDevice[]? Gpus(SimulationRandom random, Dictionary<string, string> labels) =>
        labels.TryGetValue("amount.worker.gpu", out string? count) && random.Chance(0.6)
            ? [.. Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture))
                .Select(index => new GpuDevice($"nvidia:{index}", null, null))]
            : null;
}
