using System.Globalization;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines;

/// <summary>NVIDIA's cards as its own program lists them, in the order of their places on the bus.</summary>
internal static class NvidiaSmi
{
    // Without its daemon the driver is loaded by the first call, which takes seconds on machines with many cards.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Arguments =
        ["--query-gpu=index,memory.total,name", "--format=csv,noheader,nounits"];

    /// <summary>Asks the program.</summary>
    /// <param name="program">The program, found as the system finds programs.</param>
    /// <returns>The cards; null where there is no such program, or it does not answer.</returns>
    public static async Task<IReadOnlyList<GpuDevice>?> ListAsync(string program = "nvidia-smi") =>
        await ToolOutput.OfAsync(program, Arguments, Patience, CancellationToken.None) is { } output
            ? Read(output)
            : null;

    /// <summary>Reads what the program printed: index, memory in MiB and model, a card a line.</summary>
    public static IReadOnlyList<GpuDevice> Read(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',', 3, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out _))
            .Select(parts => new GpuDevice(GpuIds.Make(GpuIds.Nvidia, parts[0]), parts[2], Memory(parts[1]))),
    ];

    /// <summary>Cards that share the machine's memory have none of their own to tell of.</summary>
    private static long? Memory(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long mebibytes) ? mebibytes : null;
}
