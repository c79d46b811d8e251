using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Creation;

/// <summary>Makes the steps of a job.</summary>
/// <param name="jobSymbols">What all steps see.</param>
/// <param name="formats">Resolves what a step has.</param>
/// <param name="extensions">What the template asks for.</param>
internal sealed class StepResolver(
    SymbolTable jobSymbols, FormatResolver formats, IReadOnlyList<string> extensions)
{
    public Step Resolve(StepTemplate template)
    {
        var symbols = new SymbolTable(jobSymbols) { ["Step.Name"] = new StringValue(template.Name) };
        var inner = formats.Within(symbols);
        var bindings = Bind(template, symbols, inner);
        var scripts = new ScriptResolver(inner);
        return new Step
        {
            Name = template.Name,
            Description = template.Description,
            Let = bindings,
            Script = scripts.Step(template.Script),
            Environments = [.. template.StepEnvironments.Select(one => scripts.Environment(one, extensions))],
            HostRequirements = template.HostRequirements is { } requirements
                ? new HostRequirementsResolver(inner).Resolve(requirements)
                : null,
            ParameterSpace = template.ParameterSpace is { } space
                ? new ParameterSpaceResolver(inner).Resolve(space)
                : null,
            Dependencies = template.Dependencies,
        };
    }

    /// <summary>Evaluates the step's own names in order; each sees those before it. Source: §3.6.</summary>
    private static List<LetValue> Bind(StepTemplate template, SymbolTable symbols, FormatResolver formats)
    {
        var bindings = new List<LetValue>(template.Let.Count);
        foreach (var binding in template.Let)
        {
            if (formats.Value(binding) is not { } value) continue;
            symbols[binding.Name] = value;
            bindings.Add(new LetValue(binding.Name, value));
        }

        return bindings;
    }
}
