using System.Globalization;
using OpenJd.Expressions.Symbols;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Creation;

/// <summary>Resolves what is resolved when a job is made and checks the results.</summary>
internal sealed class TemplateResolver(SymbolTable symbols, ErrorCollector errors)
{
    public string JobName(TemplateString name) => Resolve(
        name,
        text => TextRules.LengthFault("The job's resolved name", text, 1, TextRules.MaxJobNameLength)
            ?? TextRules.ControlFault("The job's resolved name", text));

    public Step Step(StepTemplate step) => new()
    {
        Name = step.Name,
        Description = step.Description,
        Script = ScriptMapping.Step(step.Script),
        Environments = [.. step.StepEnvironments.Select(ScriptMapping.Environment)],
        HostRequirements = step.HostRequirements is { } requirements ? HostRequirements(requirements) : null,
        ParameterSpace = step.ParameterSpace is { } space ? Space(space) : null,
        Dependencies = step.Dependencies,
    };

    private HostRequirements HostRequirements(HostRequirementsTemplate template)
    {
        var requirements = new HostRequirements
        {
            Amounts = [.. template.Amounts.Select(amount => new AmountRequirement(
                Resolve(amount.Name, CapabilityRules.AmountNameFault), Amount(amount.Min), Amount(amount.Max)))],
            Attributes = [.. template.Attributes.Select(Attribute)],
        };
        RefuseRepeated(template.Location, requirements.Amounts.Select(amount => amount.Name));
        RefuseRepeated(template.Location, requirements.Attributes.Select(attribute => attribute.Name));
        return requirements;
    }

    private decimal? Amount(TemplateString? template) => template is null
        ? null
        : decimal.Parse(template.Format.Resolve(symbols), NumberStyles.Float, CultureInfo.InvariantCulture);

    private AttributeRequirement Attribute(AttributeRequirementTemplate template)
    {
        var name = Resolve(template.Name, CapabilityRules.AttributeNameFault);
        string Value(TemplateString value) => Resolve(value, text => CapabilityRules.AttributeValueFault(name, text));
        return new AttributeRequirement(name, [.. template.AnyOf.Select(Value)], [.. template.AllOf.Select(Value)]);
    }

    private ParameterSpaceDefinition Space(ParameterSpaceTemplate template)
    {
        var before = errors.Count;
        var definition = new ParameterSpaceDefinition
        {
            Parameters = [.. template.Parameters.Select(Parameter)],
            Combination = template.Combination,
        };
        try
        {
            if (errors.Count == before) ParameterSpace.Create(definition);
        }
        catch (ParameterSpaceException exception)
        {
            errors.Add(template.Location, exception.Message);
        }

        return definition;
    }

    private TaskParameterDefinition Parameter(TaskParameterTemplate template) => new()
    {
        Name = template.Name,
        Type = template.Type,
        Values = template.Values is { } values ? [.. values.Select(value => TaskValue(template.Type, value))] : null,
        RangeExpression = template.RangeExpression is { } range ? Resolve(range, TaskParameterRules.RangeFault) : null,
    };

    private string TaskValue(TaskParameterType type, TemplateString value)
    {
        var resolved = value.Format.Resolve(symbols);
        var task = TaskParameterRules.Value(type, resolved, out var fault);
        if (fault is not null) errors.Add(value.Location, fault);
        return task ?? resolved;
    }

    private string Resolve(TemplateString template, Func<string, string?> faultOf)
    {
        var text = template.Format.Resolve(symbols);
        if (faultOf(text) is { } fault) errors.Add(template.Location, fault);
        return text;
    }

    private void RefuseRepeated(SourceLocation at, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => !seen.Add(name)))
            errors.Add(at, $"The capability '{name}' occurs twice.");
    }
}
