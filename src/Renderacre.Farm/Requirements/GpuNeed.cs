namespace Renderacre.Farm.Requirements;

/// <summary>What a session of a class takes of its host's graphics cards.</summary>
/// <param name="Count">Different cards; 0 for none.</param>
/// <param name="Memory">MiB that each of them has to have, scaled by <see cref="AmountScale.Factor"/>.</param>
internal readonly record struct GpuNeed(int Count, long Memory)
{
    /// <summary>The amount that asks for cards.</summary>
    public const string CountName = "amount.worker.gpu";

    /// <summary>The amount that asks for memory on each of them.</summary>
    public const string MemoryName = "amount.worker.gpu.memory";

    /// <summary>
    /// Reads amounts. Cards are taken whole, so that a part of one counts as one; who asks for memory on cards uses at
    /// least one.
    /// </summary>
    public static GpuNeed Of(IReadOnlyList<AmountDemand> amounts)
    {
        long count = LeastOf(amounts, CountName);
        long memory = LeastOf(amounts, MemoryName);
        long cards = (count + AmountScale.Factor - 1) / AmountScale.Factor;
        return new GpuNeed((int)Math.Min(Math.Max(cards, memory > 0 ? 1 : 0), int.MaxValue), memory);
    }

    /// <summary>Whether an amount is what each card has: it is no stock from which sessions take.</summary>
    public static bool IsOfEachCard(string amount) => amount.Equals(MemoryName, StringComparison.OrdinalIgnoreCase);

    private static long LeastOf(IReadOnlyList<AmountDemand> amounts, string name)
    {
        foreach (AmountDemand amount in amounts)
        {
            if (amount.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return amount.Min ?? 0;
        }

        return 0;
    }
}
