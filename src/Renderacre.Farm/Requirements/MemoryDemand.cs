namespace Renderacre.Farm.Requirements;

/// <summary>Asks for more memory than was declared.</summary>
public static class MemoryDemand
{
    /// <summary>The amount that is a host's memory in MiB. Source: template schemas §3.3.1.1.</summary>
    public const string Name = "amount.worker.memory";

    private const double ScaledMax = 9e15;

    /// <summary>Whether some memory is asked for.</summary>
    /// <param name="spec">What is asked.</param>
    public static bool IsIn(RequirementSpec spec) => spec.Amounts.Any(amount => IsMemory(amount) && amount.Min > 0);

    /// <summary>
    /// The memory that a session is held to: the most that it may have where it says so, else the least that it needs,
    /// which is what is reserved for it.
    /// </summary>
    /// <param name="spec">What is asked.</param>
    /// <returns>MiB scaled by <see cref="AmountScale.Factor"/>; null where no memory is asked for.</returns>
    public static long? MostOf(RequirementSpec spec)
    {
        AmountDemand? memory = spec.Amounts.FirstOrDefault(IsMemory);
        return (memory?.Max ?? memory?.Min) is > 0 and var most ? most : null;
    }

    /// <summary>The same with so much more memory.</summary>
    /// <param name="spec">What is asked.</param>
    /// <param name="factor">How much more, at least 1.</param>
    public static RequirementSpec Raise(RequirementSpec spec, double factor) => spec with
    {
        Amounts = [.. spec.Amounts.Select(amount => IsMemory(amount)
            ? amount with { Min = Raise(amount.Min, factor), Max = Raise(amount.Max, factor) }
            : amount)],
    };

    private static bool IsMemory(AmountDemand amount) => amount.Name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    private static long? Raise(long? scaled, double factor) =>
        scaled is { } given ? (long)Math.Min(Math.Ceiling(given * factor), ScaledMax) : null;
}
