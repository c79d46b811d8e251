using System.Globalization;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>A machine as the files of its kernel tell of it.</summary>
/// <param name="root">The folder that <c>/proc</c> and <c>/sys</c> are in.</param>
internal sealed class LinuxMachine(string root) : IMachine
{
    private const long BytesPerKibibyte = 1024;

    /// <inheritdoc/>
    /// <remarks>The runtime has asked for affinity and control groups when it started.</remarks>
    public int VirtualCpus => Environment.ProcessorCount;

    /// <inheritdoc/>
    public long? MemoryBytes => Installed() is { } installed
        ? Math.Min(installed, new MemoryLimits(root).Least() ?? long.MaxValue)
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<GpuDevice> Gpus => [.. NvidiaDriver.Devices(root), .. AmdDriver.Devices(root)];

    private long? Installed()
    {
        const string Field = "MemTotal:";
        string? line = KernelFile.Lines(Path.Combine(root, "proc/meminfo"))
            .FirstOrDefault(each => each.StartsWith(Field, StringComparison.Ordinal));
        string? number = line?[Field.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(number, CultureInfo.InvariantCulture, out long kibibytes)
            ? kibibytes * BytesPerKibibyte
            : null;
    }
}
