using System.Globalization;
using System.Runtime.InteropServices;

namespace Renderacre.Worker.Agents;

/// <summary>Labels that a worker sets by itself.</summary>
internal static class HostLabels
{
    /// <summary>Adds what is known of this machine to the labels given, which win.</summary>
    /// <param name="given">The labels given.</param>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> given)
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
            ["amount.worker.vcpu"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        };
        foreach ((string name, string value) in given)
            labels[name] = value;
        return labels;
    }
}
