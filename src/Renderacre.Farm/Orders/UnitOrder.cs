namespace Renderacre.Farm.Orders;

/// <summary>
/// In which order a step's units are leased, by one of its parameters: all units of the value that comes first, then
/// all of the next. Where units are leased in chunks of a fixed size, it is the chunks that are ordered.
/// </summary>
public sealed record UnitOrder
{
    /// <summary>Values that may be given to come first, at most.</summary>
    public const int FirstMax = 10_000;

    /// <summary>The order of the values.</summary>
    public required UnitOrderKind Kind { get; init; }

    /// <summary>How many values the parameter has, 1 or more.</summary>
    public required long Length { get; init; }

    /// <summary>How many units (or chunks) lie from one value to the next, 1 or more.</summary>
    public long Stride { get; init; } = 1;

    /// <summary>For <see cref="UnitOrderKind.Every"/>: how far those are apart that come first, 2 or more.</summary>
    public long Every { get; init; }

    /// <summary>For <see cref="UnitOrderKind.First"/>: places of the values that come first, each once.</summary>
    public IReadOnlyList<long> First { get; init; } = [];

    /// <summary>Whether both put the same units in the same order.</summary>
    public bool Equals(UnitOrder? other) => other is not null
        && (Kind, Length, Stride, Every) == (other.Kind, other.Length, other.Stride, other.Every)
        && First.SequenceEqual(other.First);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Length ^ (int)Kind;

    /// <summary>What is wrong, one sentence each.</summary>
    /// <param name="count">Units (or chunks) of the step.</param>
    internal IEnumerable<string> Faults(long count)
    {
        if (!Enum.IsDefined(Kind))
            yield return $"its order {(int)Kind} is none";
        if (Length < 1 || Stride < 1 || Length > count || count % Length != 0 || count / Length % Stride != 0)
            yield return $"its order by {Length} values at a distance of {Stride} does not divide {count}";
        if (Kind == UnitOrderKind.Every && Every < 2)
            yield return $"of its order every {Every}. comes first; 2 or more is wanted";
        if (First.Count > FirstMax)
            yield return $"its order puts {First.Count} values first; at most {FirstMax} are possible";
        if (First.Any(place => place < 0 || place >= Length) || First.Distinct().Count() != First.Count)
            yield return $"its order puts values first that are not among its {Length}, or one twice";
    }
}
