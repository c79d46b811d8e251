using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// The tasks of a step, by index and never expanded: making one costs the same for ten tasks and ten million.
/// Safe for use from several threads once made. Source: template schemas §3.4.
/// </summary>
public sealed class ParameterSpace
{
    /// <summary>The most tasks that a space can have, 2^63 - 1: as many as an index reaches.</summary>
    public const long MaxLength = long.MaxValue;

    private readonly IReadOnlyList<TaskParameterDefinition> _parameters;
    private readonly SpaceNode? _root;

    private ParameterSpace(IReadOnlyList<TaskParameterDefinition> parameters, SpaceNode? root) =>
        (_parameters, _root) = (parameters, root);

    /// <summary>How many tasks there are, 1 to <see cref="MaxLength"/>.</summary>
    public long Length => _root?.Length ?? 1;

    /// <summary>
    /// The parameters of a task, in order of definition; in a product the right-most factor moves fastest.
    /// </summary>
    /// <param name="index">From 0 to <see cref="Length"/> - 1.</param>
    /// <returns>The values; none for a step without parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public IReadOnlyList<TaskParameterValue> this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            var row = new TaskParameterValue[_parameters.Count];
            _root?.Fill(index, row);
            return row;
        }
    }

    /// <summary>Makes a space.</summary>
    /// <param name="definition">
    /// The resolved parameters and their combination, or null for a step that is a single task.
    /// </param>
    /// <returns>The space.</returns>
    /// <exception cref="ParameterSpaceException">
    /// A range or the combination is faulty, members of an association differ in length, or there are too many tasks.
    /// </exception>
    public static ParameterSpace Create(ParameterSpaceDefinition? definition)
    {
        if (definition is null) return new ParameterSpace([], null);
        var names = definition.Parameters.Select(parameter => parameter.Name).ToList();
        var axes = definition.Parameters.Select(parameter => new ParameterAxis(parameter)).ToList();
        var combination = definition.Combination is { } text
            ? CombinationExpression.Parse(text, names)
            : new CombinationProduct([.. names.Select(name => new CombinationName(name))]);

        combination.CheckLengths(names
            .Zip(axes)
            .ToDictionary(pair => pair.First, pair => (long?)pair.Second.Length, StringComparer.Ordinal));
        var root = Build(combination, names, axes);
        if (root.Length > MaxLength)
            throw new ParameterSpaceException($"The parameter space has more than {MaxLength} tasks.");
        return new ParameterSpace(definition.Parameters, root);
    }

    /// <summary>The index of the task with given values; numbers are compared as numbers.</summary>
    /// <param name="values">A value for each parameter, in any order.</param>
    /// <returns>The first such index, or null where there is none or parameters are missing or unknown.</returns>
    public long? IndexOf(IReadOnlyList<TaskParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != _parameters.Count) return null;
        if (_root is null) return 0;

        var row = new string[_parameters.Count];
        for (var i = 0; i < row.Length; i++)
        {
            var name = _parameters[i].Name;
            if (values.FirstOrDefault(value => value.Name == name).Value is not { } value) return null;
            row[i] = value;
        }

        foreach (var place in _root.Places(row)) return place;
        return null;
    }

    private static SpaceNode Build(CombinationExpression combination, List<string> names, List<ParameterAxis> axes)
    {
        List<SpaceNode> All(IEnumerable<CombinationExpression> parts) =>
            [.. parts.Select(part => Build(part, names, axes))];

        return combination switch
        {
            CombinationName name => new AxisNode(axes[names.IndexOf(name.Name)], names.IndexOf(name.Name)),
            CombinationProduct product => BuildProduct(All(product.Factors)),
            CombinationAssociation association => new AssociationNode(All(association.Members)),
            _ => throw new InvalidOperationException($"A combination cannot hold a {combination.GetType().Name}."),
        };
    }

    // The lengths have been checked: their product does not overflow.
    private static ProductNode BuildProduct(List<SpaceNode> factors) =>
        new(factors, factors.Aggregate(1L, (length, factor) => length * factor.Length));
}
