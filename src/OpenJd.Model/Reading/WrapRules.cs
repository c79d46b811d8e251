using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>A session has one environment with wrap hooks at most. Source: template schemas §4.3.</summary>
internal static class WrapRules
{
    public static void Check(
        IReadOnlyList<TemplateEnvironment> job, IReadOnlyList<StepTemplate> steps, ErrorCollector errors)
    {
        var first = FirstThatWraps(job, null, errors);
        foreach (var step in steps) FirstThatWraps(step.StepEnvironments, first, errors);
    }

    /// <summary>Checks environments within one that wraps, and gives the first that wraps.</summary>
    private static TemplateEnvironment? FirstThatWraps(
        IReadOnlyList<TemplateEnvironment> environments, TemplateEnvironment? first, ErrorCollector errors)
    {
        foreach (var environment in environments)
        {
            if (environment.Script is not { Wraps: true }) continue;
            if (first is not null)
            {
                errors.Add(
                    environment.Location,
                    $"Only one environment of a session may have wrap hooks, and '{first.Name}' has them already.");
            }

            first ??= environment;
        }

        return first;
    }
}
