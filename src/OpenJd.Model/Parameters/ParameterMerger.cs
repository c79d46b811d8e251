using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Parameters;

/// <summary>Merges definitions of the same parameter from several templates. Source: template schemas §1.2.1.</summary>
internal static class ParameterMerger
{
    /// <summary>
    /// Merges all definitions. Environment templates come first in processing, the job template last; in the result
    /// the job template's own parameters come first.
    /// </summary>
    public static IReadOnlyList<JobParameterDefinition> Merge(
        JobTemplate template, IReadOnlyList<EnvironmentTemplate> environments, ErrorCollector errors)
    {
        var merged = new Dictionary<string, JobParameterDefinition>(StringComparer.Ordinal);
        var outer = environments.SelectMany(one => one.ParameterDefinitions).ToList();
        foreach (var definition in outer.Concat(template.ParameterDefinitions))
        {
            merged[definition.Name] = merged.TryGetValue(definition.Name, out var before)
                ? Merge(before, definition, errors)
                : definition;
        }

        var names = template.ParameterDefinitions.Concat(outer).Select(one => one.Name);
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => merged[name])];
    }

    private static JobParameterDefinition Merge(
        JobParameterDefinition before, JobParameterDefinition after, ErrorCollector errors)
    {
        if (Conflict(before, after) is { } conflict)
        {
            errors.Add(after.Location, $"The parameter '{after.Name}' is defined twice, {conflict}.");
            return after;
        }

        var constraints = Merge(ConstraintRules.OnValue(before), ConstraintRules.OnValue(after))!; // Neither is null.
        var merged = after with
        {
            Description = after.Description ?? before.Description,
            Default = after.Default ?? before.Default,
            ObjectType = after.ObjectType ?? before.ObjectType,
            DataFlow = after.DataFlow ?? before.DataFlow,
            AllowedValues = constraints.AllowedValues,
            MinLength = constraints.MinLength,
            MaxLength = constraints.MaxLength,
            MinValue = constraints.MinValue,
            MaxValue = constraints.MaxValue,
            Item = constraints.Item,
        };
        if (Fault(constraints) is { } fault)
            errors.Add(merged.Location, $"Merged definitions of '{merged.Name}': {fault}");
        return merged;
    }

    /// <summary>Constraints that hold a value to both, or null where there are none.</summary>
    private static ItemConstraints? Merge(ItemConstraints? before, ItemConstraints? after)
    {
        if (before is null || after is null) return before ?? after;
        var merged = new ItemConstraints
        {
            MinLength = Pick(before.MinLength, after.MinLength, Math.Max),
            MaxLength = Pick(before.MaxLength, after.MaxLength, Math.Min),
            MinValue = Pick(before.MinValue, after.MinValue, sign: 1),
            MaxValue = Pick(before.MaxValue, after.MaxValue, sign: -1),
            Item = Merge(before.Item, after.Item),
        };
        return merged with
        {
            AllowedValues = Intersect(before, after)?
                .Where(value => ConstraintRules.BoundsFault(merged, value) is null)
                .ToList(),
        };
    }

    private static string? Fault(ItemConstraints? merged)
    {
        if (merged is null) return null;
        return ConstraintRules.OwnFault(merged)
            ?? (merged.AllowedValues is { Count: 0 } ? "no allowed value is left." : Fault(merged.Item));
    }

    private static string? Conflict(JobParameterDefinition before, JobParameterDefinition after)
    {
        if (before.Type != after.Type)
            return $"as {ParameterTypeNames.Of(before.Type)} and as {ParameterTypeNames.Of(after.Type)}";
        if (before.Type != JobParameterType.Path) return null;
        if (Differ(before.ObjectType, after.ObjectType))
            return $"with objectType {before.ObjectType} and {after.ObjectType}";
        return Differ(before.DataFlow, after.DataFlow) ? $"with dataFlow {before.DataFlow} and {after.DataFlow}" : null;
    }

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;

    private static IReadOnlyList<ExpressionValue>? Intersect(ItemConstraints before, ItemConstraints after)
    {
        if (before.AllowedValues is not { } earlier || after.AllowedValues is not { } later)
            return after.AllowedValues ?? before.AllowedValues;
        return [.. later.Where(value => earlier.Any(one => ConstraintRules.Compare(one, value) == 0))];
    }

    private static long? Pick(long? before, long? after, Func<long, long, long> pick) =>
        before is { } one && after is { } other ? pick(one, other) : before ?? after;

    private static ExpressionValue? Pick(ExpressionValue? before, ExpressionValue? after, int sign)
    {
        if (before is null || after is null) return before ?? after;
        return sign * ConstraintRules.Compare(before, after) > 0 ? before : after;
    }
}
