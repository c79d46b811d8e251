using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>Makes the parts of a parameter space of its definition.</summary>
internal sealed class SpaceBuilder
{
    private readonly List<string> _names;
    private readonly CombinationExpression _combination;

    public SpaceBuilder(ParameterSpaceDefinition definition)
    {
        _names = [.. definition.Parameters.Select(parameter => parameter.Name)];
        Axes = [.. definition.Parameters.Select(Axis)];
        Chunked = Axes.OfType<ChunkAxis>().FirstOrDefault();
        _combination = definition.Combination is { } text
            ? CombinationExpression.Parse(text, _names)
            : new CombinationProduct([.. _names.Select(name => new CombinationName(name))]);
        _combination.CheckLengths(Axes.ToDictionary(axis => axis.Name, axis => (long?)axis.Length));
        Root = Chunked is { IsAdaptive: true } chunked
            ? Product(Rest() is { } rest ? [rest, Node(chunked)] : [Node(chunked)])
            : Build(_combination);
        TaskCount = CountTasks();
    }

    /// <summary>The parameters in order of definition.</summary>
    public List<ParameterAxis> Axes { get; }

    /// <summary>The one that runs in chunks, or null.</summary>
    public ChunkAxis? Chunked { get; }

    /// <summary>How many single tasks there are, with chunks taken apart.</summary>
    public long TaskCount { get; }

    /// <summary>The whole space. Chunks whose size the scheduler sets move fastest, wherever they are named.</summary>
    public SpaceNode Root { get; }

    /// <summary>The space without the chunked parameter, or null where there is no other.</summary>
    public SpaceNode? Rest() => Chunked is { } chunked && _combination.Without(chunked.Name) is { } rest
        ? Build(rest)
        : null;

    private long CountTasks()
    {
        if (Chunked is not { } chunked) return Root.Length;
        var count = (UInt128)(Root.Length / chunked.Length) * (UInt128)chunked.ValueCount;
        return count <= ParameterSpace.MaxLength ? (long)count : throw new ParameterSpaceException(
            $"The parameter space has more than {ParameterSpace.MaxLength} tasks.");
    }

    private SpaceNode Build(CombinationExpression combination) => combination switch
    {
        CombinationName name => Node(Axes[_names.IndexOf(name.Name)]),
        CombinationProduct product => Product([.. product.Factors.Select(Build)]),
        CombinationAssociation { Members: [var only] } => Build(only),
        CombinationAssociation association => new AssociationNode([.. association.Members.Select(Build)]),
        _ => throw new InvalidOperationException($"A combination cannot hold a {combination.GetType().Name}."),
    };

    private AxisNode Node(ParameterAxis axis) => new(axis, Axes.IndexOf(axis));

    // The lengths have been checked: their product does not overflow.
    private static SpaceNode Product(List<SpaceNode> factors) => factors.Count == 1
        ? factors[0]
        : new ProductNode([.. factors], factors.Aggregate(1L, (length, factor) => length * factor.Length));

    private static ParameterAxis Axis(TaskParameterDefinition definition)
    {
        if (definition is { Values.Count: 0 } or { Values: null, RangeExpression: null })
            throw new ParameterSpaceException($"The task parameter '{definition.Name}' has no values.");
        return definition switch
        {
            { Chunks: { } chunks } => new ChunkAxis(definition.Name, Integers(definition), chunks),
            { Type: TaskParameterType.Int } or { RangeExpression: not null } =>
                new IntegerAxis(definition.Name, Integers(definition)),
            _ => new ListAxis(definition.Name, definition.Type, [.. definition.Values ?? []]),
        };
    }

    private static IntegerSequence Integers(TaskParameterDefinition definition) =>
        definition.RangeExpression is { } text
            ? new RangeSequence(Range(definition.Name, text))
            : new ListedSequence([.. (definition.Values ?? []).Select(value => Integer(definition.Name, value))]);

    private static long Integer(string name, string text) =>
        IntValue.TryParse(text)?.Value ?? throw new ParameterSpaceException(
            $"The value '{text}' of the task parameter '{name}' is not a whole number of 64 bits.");

    private static RangeExpression Range(string name, string text)
    {
        try
        {
            return RangeExpression.Parse(text);
        }
        catch (ExpressionException exception)
        {
            throw new ParameterSpaceException(
                $"The range '{text}' of the task parameter '{name}' is none: {exception.Message}");
        }
    }
}
