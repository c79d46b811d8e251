using Renderacre.Contracts.Workers;
using Renderacre.Farm.Requirements;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.Checkers;

/// <summary>A host's graphics cards, counted from its sessions. Amounts are in thousandths.</summary>
internal static class HostCards
{
    public const string CountName = "amount.worker.gpu";

    private const string MemoryName = "amount.worker.gpu.memory";
    private const long One = 1000;

    /// <summary>Whether a session finds its cards, and leaves as many as another needs.</summary>
    public static bool HasRoom(LedgerWorker worker, RequirementSpec spec, RequirementSpec? beside)
    {
        long wanted = Count(spec);
        if (wanted == 0 || worker.Row.Gpus.Count == 0)
            return true;
        long free = worker.Row.Gpus.Count(card => HasRoom(worker, card, Asked(spec, MemoryName)));
        return free - (beside is null ? 0 : Count(beside)) >= wanted;
    }

    private static bool HasRoom(LedgerWorker worker, GpuDevice card, long memory)
    {
        LedgerSession[] there = [.. worker.Sessions.Where(each => each.Opened.Gpus?.Contains(card.Id) == true)];
        return there.Length < worker.Row.GpuShares && (card.MemoryMib is not { } all
            || all * One - there.Sum(session => Asked(session.Spec, MemoryName)) >= memory);
    }

    private static long Count(RequirementSpec spec) =>
        Math.Max((Asked(spec, CountName) + One - 1) / One, Asked(spec, MemoryName) > 0 ? 1 : 0);

    private static long Asked(RequirementSpec spec, string name) => spec.Amounts
        .FirstOrDefault(amount => amount.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Min ?? 0;
}
