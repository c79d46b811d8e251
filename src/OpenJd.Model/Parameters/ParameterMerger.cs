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

        var merged = after with
        {
            Description = after.Description ?? before.Description,
            Default = after.Default ?? before.Default,
            ObjectType = after.ObjectType ?? before.ObjectType,
            DataFlow = after.DataFlow ?? before.DataFlow,
            MinLength = Pick(before.MinLength, after.MinLength, Math.Max),
            MaxLength = Pick(before.MaxLength, after.MaxLength, Math.Min),
            MinValue = Pick(before.MinValue, after.MinValue, sign: 1),
            MaxValue = Pick(before.MaxValue, after.MaxValue, sign: -1),
        };
        return CheckMerged(merged with { AllowedValues = Intersect(before, after) }, errors);
    }

    private static JobParameterDefinition CheckMerged(JobParameterDefinition merged, ErrorCollector errors)
    {
        var allowed = merged.AllowedValues?.Where(value => ConstraintRules.BoundsFault(merged, value) is null).ToList();
        if (ConstraintRules.OwnFault(merged) is { } fault)
            errors.Add(merged.Location, $"Merged definitions of '{merged.Name}': {fault}");
        else if (allowed is { Count: 0 })
            errors.Add(merged.Location, $"The merged definitions of '{merged.Name}' leave no allowed value.");
        return merged with { AllowedValues = allowed };
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

    private static IReadOnlyList<ExpressionValue>? Intersect(
        JobParameterDefinition before, JobParameterDefinition after)
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
