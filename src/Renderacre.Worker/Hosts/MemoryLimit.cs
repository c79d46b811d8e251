using OpenJd.Model.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Hosts;

/// <summary>The memory that a session's actions are held to. Source: template schemas §3.3.1.1.</summary>
internal static class MemoryLimit
{
    private const string Capability = "amount.worker.memory";
    private const decimal BytesPerMebibyte = 1 << 20;

    /// <summary>A session's limit: what the farm says, or its step where the controller does not tell.</summary>
    /// <param name="assignment">The session.</param>
    /// <param name="requirements">Its step's requirements, or null.</param>
    /// <returns>The limit in bytes, or null where no memory is declared.</returns>
    public static long? Of(SessionAssignment assignment, HostRequirements? requirements) =>
        assignment.MemoryLimitBytes ?? Of(requirements, assignment.MemoryFactor);

    /// <summary>
    /// The bytes that a step declares: the most that it may have where it says so, else the least that it needs.
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
