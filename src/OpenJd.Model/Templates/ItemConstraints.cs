using OpenJd.Expressions.Values;

namespace OpenJd.Model.Templates;

/// <summary>Constraints on each item of a list parameter. Source: template schemas §2.11 to §2.16.</summary>
public sealed record ItemConstraints
{
    /// <summary>The only values allowed, or null for no such bound.</summary>
    public IReadOnlyList<ExpressionValue>? AllowedValues
    {
        get;
        init
        {
            field = value;
            AllowedSet = value?.ToHashSet();
        }
    }

    /// <summary>The allowed values to look one up in: both they and a list that is held to them can be long.</summary>
    internal IReadOnlySet<ExpressionValue>? AllowedSet { get; private init; }

    /// <summary>The fewest characters of a text or path, or the fewest items of an inner list; or null.</summary>
    public long? MinLength { get; init; }

    /// <summary>The most characters of a text or path, or the most items of an inner list; or null.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The least number, or null.</summary>
    public ExpressionValue? MinValue { get; init; }

    /// <summary>The greatest number, or null.</summary>
    public ExpressionValue? MaxValue { get; init; }

    /// <summary>Constraints on each item of an inner list, or null.</summary>
    public ItemConstraints? Item { get; init; }
}
