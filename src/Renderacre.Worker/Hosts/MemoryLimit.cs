using OpenJd.Model.Jobs;

namespace Renderacre.Worker.Hosts;

/// <summary>The memory that a step declared, as the limit of its actions. Source: template schemas §3.3.1.1.</summary>
internal static class MemoryLimit
{
    private const string Capability = "amount.worker.memory";
    private const decimal BytesPerMebibyte = 1 << 20;

    /// <summary>
    /// The bytes reserved for a session: the most that the step may have where it says so, else the least that it
    /// needs, which is what the farm reserves.
    /// </summary>
    /// <param name="requirements">The step's requirements, or null.</param>
    /// <param name="factor">How much more of it the session has.</param>
    /// <returns>The limit, or null where the step declares no memory.</returns>
    public static long? Of(HostRequirements? requirements, double factor = 1)
    {
        var amount = requirements?.Amounts.FirstOrDefault(
            each => string.Equals(each.Name, Capability, StringComparison.OrdinalIgnoreCase));
        return (amount?.Max ?? amount?.Min) is > 0 and var mebibytes
            ? (long)Math.Min(mebibytes * (decimal)factor * BytesPerMebibyte, long.MaxValue / 2)
            : null;
    }
}
