namespace Renderacre.Farm.Requirements;

/// <summary>Amounts are whole numbers of thousandths, so that sums are exact.</summary>
public static class AmountScale
{
    /// <summary>Thousandths.</summary>
    public const long Factor = 1000;

    private const double AmountMax = 9e15;

    /// <summary>Scales an amount.</summary>
    /// <param name="amount">The amount; beyond ±9e12 it counts as that.</param>
    /// <returns>The scaled amount, rounded up to a thousandth.</returns>
    public static long Scale(double amount) => (long)Math.Ceiling(Math.Clamp(amount * Factor, -AmountMax, AmountMax));

    /// <summary>The amount that was scaled.</summary>
    /// <param name="scaled">The scaled amount.</param>
    public static decimal ToNumber(long scaled) => (decimal)scaled / Factor;
}
