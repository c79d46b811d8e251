using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines;

/// <summary>The graphics cards that a worker gives to sessions: those found, or those that its options name.</summary>
internal static class GpuChoice
{
    /// <summary>All that are found.</summary>
    public const string Auto = "auto";

    /// <summary>None at all.</summary>
    public const string None = "none";

    /// <summary>What is wrong with an option's value, or null.</summary>
    /// <param name="option"><c>auto</c>, <c>none</c>, or a list of cards such as <c>0,1</c> or <c>amd:0</c>.</param>
    public static string? Fault(string option)
    {
        if (option is Auto or None)
            return null;
        string[] names = Names(option);
        bool wrong = names.Length == 0
            || names.Any(name => name.EndsWith(':') || (name.Contains(':') && !IsVendor(GpuIds.VendorOf(name))))
            || names.Distinct(StringComparer.Ordinal).Count() < names.Length;
        return wrong
            ? $"{Auto}, {None} or a list of different cards is wanted, such as 0,1 or amd:0 (vendors are "
                + $"{string.Join(", ", GpuIds.Vendors)})"
            : null;
    }

    /// <summary>The cards.</summary>
    /// <param name="option">A right value of the option.</param>
    /// <param name="machine">The machine.</param>
    public static async Task<IReadOnlyList<GpuDevice>> FindAsync(string option, IMachine machine) =>
        option == None ? [] : Choose(option, Merge(await NvidiaSmi.ListAsync(), machine.Gpus));

    /// <summary>Picks cards out of those found; one that was not found is believed to be there.</summary>
    /// <param name="option">A right value of the option.</param>
    /// <param name="found">What was found.</param>
    public static IReadOnlyList<GpuDevice> Choose(string option, IReadOnlyList<GpuDevice> found)
    {
        if (option == Auto)
            return found;
        return [.. Names(option).Select(name =>
            found.FirstOrDefault(gpu => gpu.Id == name || (!name.Contains(':') && GpuIds.HandleOf(gpu.Id) == name))
            ?? new GpuDevice(name.Contains(':') ? name : GpuIds.Make(GpuIds.Nvidia, name), null, null))];
    }

    /// <summary>What NVIDIA's program says counts for more than what the system says of the same cards.</summary>
    private static IReadOnlyList<GpuDevice> Merge(
        IReadOnlyList<GpuDevice>? nvidia, IReadOnlyList<GpuDevice> others) =>
        nvidia is null ? others : [.. nvidia, .. others.Where(gpu => GpuIds.VendorOf(gpu.Id) != GpuIds.Nvidia)];

    private static bool IsVendor(string name) => GpuIds.Vendors.Contains(name);

    private static string[] Names(string option) =>
        option.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
