namespace Renderacre.Storage.Rows;

/// <summary>A set of kinds of events.</summary>
/// <param name="Bits">One bit for each kind's number; numbers are below 64.</param>
public readonly record struct FarmEventKinds(long Bits)
{
    /// <summary>Every kind.</summary>
    public static readonly FarmEventKinds All = new(~0L);

    /// <summary>A set of some kinds.</summary>
    /// <param name="kinds">The kinds.</param>
    public static FarmEventKinds Of(params ReadOnlySpan<FarmEventKind> kinds)
    {
        long bits = 0;
        foreach (FarmEventKind kind in kinds)
            bits |= 1L << (int)kind;
        return new FarmEventKinds(bits);
    }

    /// <summary>This set without some kinds.</summary>
    /// <param name="kinds">The kinds to leave out.</param>
    public FarmEventKinds Without(params ReadOnlySpan<FarmEventKind> kinds) => new(Bits & ~Of(kinds).Bits);
}
