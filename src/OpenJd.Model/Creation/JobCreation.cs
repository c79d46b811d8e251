using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
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
    /// <param name="parameters">Given values by name: texts, or scalars of a document.</param>
    /// <param name="paths">Directories for relative paths.</param>
    /// <param name="environmentTemplates">Environments around the job's own, the outermost first.</param>
    /// <returns>
    /// The job, or all faults: unknown, missing and wrong values, and what resolves to something not allowed.
    /// </returns>
    public static Validated<Job> Create(
        JobTemplate template,
        IReadOnlyDictionary<string, DocumentNode> parameters,
        PathContext paths,
        IReadOnlyList<EnvironmentTemplate> environmentTemplates)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(environmentTemplates);
        var errors = new ErrorCollector();
        var definitions = ParameterMerger.Merge(template, environmentTemplates, errors);
        var values = new ParameterResolver(paths, errors).Resolve(definitions, parameters);
        if (errors.Count > 0) return new Validated<Job>(null, errors);

        var resolver = new TemplateResolver(Symbols(values), errors);
        var job = new Job
        {
            Name = resolver.JobName(template.Name),
            Description = template.Description,
            Extensions = template.Extensions,
            Parameters = [.. definitions.Select(one => new JobParameter(one.Name, one.Type, values[one.Name].Text))],
            Environments =
            [
                .. environmentTemplates.Select(one => one.Environment)
                    .Concat(template.JobEnvironments)
                    .Select(ScriptMapping.Environment),
            ],
            Steps = [.. template.Steps.Select(resolver.Step)],
        };
        return new Validated<Job>(job, errors);
    }

    private static SymbolTable Symbols(Dictionary<string, ExpressionValue> values)
    {
        var symbols = new SymbolTable();
        foreach (var (name, value) in values)
        {
            symbols[$"RawParam.{name}"] = value;
            // Of a path the mapped value is known on the host only.
            if (value is not PathValue) symbols[$"Param.{name}"] = value;
        }

        return symbols;
    }
}
