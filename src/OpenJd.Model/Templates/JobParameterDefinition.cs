using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>A job parameter. Constraints that its type does not have are null. Source: template schemas §2.</summary>
public sealed record JobParameterDefinition
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required JobParameterType Type { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The value where the submission gives none, or null. Of a PATH not yet joined to a directory.</summary>
    public ExpressionValue? Default { get; init; }

    /// <summary>The only values allowed, or null for no such bound.</summary>
    public IReadOnlyList<ExpressionValue>? AllowedValues { get; init; }

    /// <summary>The fewest characters of a STRING, PATH or RANGE_EXPR, the fewest items of a list, or null.</summary>
    public long? MinLength { get; init; }

    /// <summary>The most characters of a STRING, PATH or RANGE_EXPR, the most items of a list, or null.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The least value of an INT or FLOAT, or null.</summary>
    public ExpressionValue? MinValue { get; init; }

    /// <summary>The greatest value of an INT or FLOAT, or null.</summary>
    public ExpressionValue? MaxValue { get; init; }

    /// <summary>
    /// Of a PATH or LIST[PATH] <c>FILE</c> or <c>DIRECTORY</c>; null where not said, which means the latter.
    /// </summary>
    public string? ObjectType { get; init; }

    /// <summary>
    /// Of a PATH or LIST[PATH] <c>NONE</c>, <c>IN</c>, <c>OUT</c> or <c>INOUT</c>; null where not said, which means
    /// the first.
    /// </summary>
    public string? DataFlow { get; init; }

    /// <summary>Constraints on each item of a list, or null.</summary>
    public ItemConstraints? Item { get; init; }

    /// <summary>Hints for user interfaces, or null.</summary>
    public UserInterfaceHints? UserInterface { get; init; }
}
