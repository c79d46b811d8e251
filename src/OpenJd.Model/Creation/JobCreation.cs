using OpenJd.Expressions;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Creation;

/// <summary>
/// Makes jobs of templates and parameter values. Source: How Jobs Are Constructed; template schemas §7.4.
/// </summary>
public static class JobCreation
{
    /// <summary>Makes a job: what the host need not know is resolved, the rest stays as format strings.</summary>
    /// <param name="template">The job template.</param>
    /// <param name="parameters">Given values by name: texts, or values of a document.</param>
    /// <param name="paths">Directories for relative paths.</param>
    /// <param name="environmentTemplates">Environments around the job's own, the outermost first.</param>
    /// <param name="limits">What expressions may cost, or null for the specification's bounds.</param>
    /// <returns>
    /// The job, or all faults: unknown, missing and wrong values, and what resolves to something not allowed.
    /// </returns>
    public static Validated<Job> Create(
        JobTemplate template,
        IReadOnlyDictionary<string, DocumentNode> parameters,
        PathContext paths,
        IReadOnlyList<EnvironmentTemplate> environmentTemplates,
        EvaluationLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(environmentTemplates);
        var errors = new ErrorCollector();
        var definitions = ParameterMerger.Merge(template, environmentTemplates, errors);
        var takesUris = template.Extensions.Contains(ExtensionNames.Expr, StringComparer.Ordinal);
        var values = new ParameterResolver(new PathRules(paths, takesUris), errors).Resolve(definitions, parameters);
        if (environmentTemplates.Count > 0)
        {
            var all = environmentTemplates.Select(one => one.Environment).Concat(template.JobEnvironments);
            WrapRules.Check([.. all], template.Steps, errors);
        }

        if (errors.Count > 0) return new Validated<Job>(null, errors);
        var context = EvaluationContext.Template with
        {
            Limits = limits ?? EvaluationLimits.Specification,
            Usage = new EvaluationUsage(),
        };
        return Resolve(template, environmentTemplates, definitions, values, context, errors);
    }

    private static Validated<Job> Resolve(
        JobTemplate template,
        IReadOnlyList<EnvironmentTemplate> environmentTemplates,
        IReadOnlyList<JobParameterDefinition> definitions,
        Dictionary<string, ExpressionValue> values,
        EvaluationContext context,
        ErrorCollector errors)
    {
        var symbols = JobSymbols.Of(values);
        var formats = new FormatResolver(symbols, context, errors);
        var name = formats.Text(template.Name, text => NameFault(template, text)) ?? template.Name.Text;
        symbols["Job.Name"] = new StringValue(name);
        var scripts = new ScriptResolver(formats);
        var steps = new StepResolver(symbols, formats, template.Extensions);
        var job = new Job
        {
            Name = name,
            Description = template.Description,
            Extensions = template.Extensions,
            Parameters = [.. definitions.Select(one => new JobParameter(one.Name, one.Type, values[one.Name].Text))],
            Environments =
            [
                .. environmentTemplates.Select(one => scripts.Environment(one.Environment, one.Extensions)),
                .. template.JobEnvironments.Select(one => scripts.Environment(one, template.Extensions)),
            ],
            Steps = [.. template.Steps.Select(steps.Resolve)],
        };
        return new Validated<Job>(job, errors);
    }

    /// <summary>Source: template schemas §1.1.1.</summary>
    private static string? NameFault(JobTemplate template, string name)
    {
        var context = new ReadingContext(new ErrorCollector(), new TemplateOptions());
        context.Use(template.Extensions);
        return (TextSchemas.JobName with { What = "The job's resolved name" }).Fault(name, context);
    }
}
