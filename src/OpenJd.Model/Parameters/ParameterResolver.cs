using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Parameters;

/// <summary>
/// Gives each parameter its value: the given one or the default. Source: template schemas §2 and §7.4.
/// </summary>
internal sealed class ParameterResolver(PathRules paths, ErrorCollector errors)
{
    /// <summary>The values by name; parameters with faults are left out.</summary>
    public Dictionary<string, ExpressionValue> Resolve(
        IReadOnlyList<JobParameterDefinition> definitions, IReadOnlyDictionary<string, DocumentNode> given)
    {
        var names = definitions.Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, node) in given.Where(pair => !names.Contains(pair.Key)))
            Add(name, node, $"There is no parameter '{name}'.{NearestName.Suggest(name, names)}");

        var values = new Dictionary<string, ExpressionValue>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var fallback = ResolveDefault(definition);
            var value = given.TryGetValue(definition.Name, out var node) ? ResolveGiven(definition, node) : fallback;
            if (value is not null) values[definition.Name] = Canonical(value);
            else if (node is null && definition.Default is null)
                errors.Add(definition.Location, $"The parameter '{definition.Name}' needs a value: it has no default.");
        }

        return values;
    }

    private ExpressionValue? ResolveGiven(JobParameterDefinition definition, DocumentNode node)
    {
        var value = ParameterValueReader.ReadGiven(definition.Type, node, out var fault);
        if (value is not null) value = MapPaths(value, paths.Given);
        // All implementations hold the default of a RANGE_EXPR to the lengths (§2.10), and given values to none.
        var isHeld = definition.Type != JobParameterType.RangeExpr;
        fault ??= value is not null && isHeld ? ConstraintRules.Fault(definition, value) : null;
        if (fault is null) return value;
        Add(definition.Name, node, fault);
        return null;
    }

    /// <summary>A default is held to the merged constraints even where a value is given (§1.2.1).</summary>
    private ExpressionValue? ResolveDefault(JobParameterDefinition definition)
    {
        if (definition.Default is not { } value) return null;
        string? fault = null;
        value = MapPaths(value, path =>
        {
            var joined = paths.Default(path, out var pathFault);
            fault ??= pathFault;
            return joined ?? path;
        });
        fault ??= ConstraintRules.Fault(definition, value);
        if (fault is null) return value;
        errors.Add(definition.Location with { Path = definition.Location.Path.Field("default") }, fault);
        return null;
    }

    /// <summary>A job shows a range by its canonical text, however it was written.</summary>
    private static ExpressionValue Canonical(ExpressionValue value) =>
        value is RangeValue range ? new RangeValue(range.Range) : value;

    private static ExpressionValue MapPaths(ExpressionValue value, Func<string, string> map) => value switch
    {
        PathValue path => new PathValue(map(path.Value)),
        ListValue list when list.ElementType == ExpressionType.Path =>
            new ListValue(ExpressionType.Path, list.Select(path => new PathValue(map(path.Text)))),
        _ => value,
    };

    private void Add(string name, DocumentNode node, string message) =>
        errors.Add(new SourceLocation(NodePath.Root.Field("parameters").Field(name), node.Line, node.Column), message);
}
