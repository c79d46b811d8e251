namespace OpenJd.Model.ParameterSpaces;

/// <summary>How task parameters are combined. Source: template schemas §3.4.3.</summary>
internal abstract record CombinationExpression
{
    private const int MaxLength = 1280;

    /// <summary>Reads an expression in which each parameter occurs exactly once.</summary>
    public static CombinationExpression Parse(string text, IReadOnlyList<string> parameters)
    {
        var length = Reading.TextRules.Length(text);
        if (length > MaxLength)
            throw new ParameterSpaceException($"combination has {length} characters; {MaxLength} are the most.");
        return new CombinationParser(text, parameters).Parse();
    }

    /// <summary>Checks the members of associations by the lengths that are known; null where one is not yet.</summary>
    public long? CheckLengths(IReadOnlyDictionary<string, long?> lengths) => this switch
    {
        CombinationName name => lengths[name.Name],
        CombinationProduct product =>
            ProductLength([.. product.Factors.Select(factor => factor.CheckLengths(lengths))]),
        CombinationAssociation association =>
            AssociationLength([.. association.Members.Select(member => member.CheckLengths(lengths))]),
        _ => throw new InvalidOperationException($"A combination cannot hold a {GetType().Name}."),
    };

    /// <summary>The same without one parameter, or null where none is left.</summary>
    public CombinationExpression? Without(string parameter) => this switch
    {
        CombinationName name => name.Name == parameter ? null : name,
        CombinationProduct product => product.Factors
            .Select(factor => factor.Without(parameter))
            .OfType<CombinationExpression>()
            .ToList() is { Count: > 0 } factors ? new CombinationProduct(factors) : null,
        CombinationAssociation association => association.Members
            .Select(member => member.Without(parameter))
            .OfType<CombinationExpression>()
            .ToList() is { Count: > 0 } members ? new CombinationAssociation(members) : null,
        _ => throw new InvalidOperationException($"A combination cannot hold a {GetType().Name}."),
    };

    private static long? ProductLength(long?[] factors) => factors.Aggregate((long?)1, (product, factor) =>
    {
        var length = product is { } known && factor is { } next ? (UInt128)known * (UInt128)next : 0;
        if (length > ParameterSpace.MaxLength)
            throw new ParameterSpaceException($"The parameter space has more than {ParameterSpace.MaxLength} tasks.");
        return product * factor;
    });

    private static long? AssociationLength(long?[] members)
    {
        var known = members.OfType<long>().Distinct().ToList();
        if (known.Count > 1)
        {
            throw new ParameterSpaceException(
                $"The members of an association must have equally many values, and these have "
                    + $"{string.Join(", ", members.OfType<long>())}.");
        }

        return known.Count == 1 ? known[0] : null;
    }
}

/// <summary>A parameter by its name.</summary>
internal sealed record CombinationName(string Name) : CombinationExpression;

/// <summary>All combinations of the factors' values; the last factor moves fastest.</summary>
internal sealed record CombinationProduct(IReadOnlyList<CombinationExpression> Factors) : CombinationExpression;

/// <summary>The members' values side by side.</summary>
internal sealed record CombinationAssociation(IReadOnlyList<CombinationExpression> Members) : CombinationExpression;
