using OpenJd.Expressions.Types;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads steps. Source: template schemas §3.</summary>
/// <param name="template">What is known when the job is made.</param>
/// <param name="host">What is known on a host.</param>
/// <param name="jobEnvironments">The job's environments, whose names a step's may not have.</param>
internal sealed class StepReader(
    SymbolScope template, SymbolScope host, IReadOnlyList<TemplateEnvironment> jobEnvironments)
{
    private static readonly string[] Scripts = ["script", .. SimpleActionReader.Names];

    private static readonly ListSchema Dependencies = new("dependencies", new ObjectSchema(
        "A dependency", Required("dependsOn", TextSchemas.Name("dependsOn"))));

    private static readonly ObjectSchema Schema = new(
        "A step",
        [
            Required("name", TextSchemas.Name("A step's name")),
            Optional("description", TextSchemas.Description),
            WithExpr("let", LetReader.Schema),
            Optional("dependencies", Dependencies),
            Optional("stepEnvironments", EnvironmentReader.ListSchema),
            Optional("hostRequirements", HostRequirementsReader.Schema),
            Optional("parameterSpace", ParameterSpaceReader.Schema),
            Optional("script", StepScriptReader.Schema),
            .. SimpleActionReader.Names.Select(name => WithFeatureBundle1(name, SimpleActionReader.Schema)),
        ])
    {
        AtLeastOne = Scripts,
    };

    public static readonly ListSchema ListSchema = new("steps", Schema);

    /// <summary>Reads all steps; no two may have one name.</summary>
    public List<StepTemplate> ReadAll(IReadOnlyList<Field> items)
    {
        var steps = new List<StepTemplate>(items.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (Read(item) is not { } step) continue;
            steps.Add(step);
            if (step.Name.Length > 0 && !names.Add(step.Name)) item.Error($"The step name '{step.Name}' occurs twice.");
        }

        return steps;
    }

    private StepTemplate? Read(Field field)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var (name, inTemplate, onHost) = (reader.Text("name"), template.Inner(), host.Inner());
        if (field.Context.HasExpr) inTemplate.Add("Step.Name", ExpressionType.String);
        var let = LetReader.Read(reader, inTemplate);
        foreach (var binding in let) onHost.AddFrom(inTemplate, binding.Name);
        var scopes = new ActionScopes(onHost, inTemplate);
        var space = reader["parameterSpace"] is { } spaceField
            ? ParameterSpaceReader.Read(spaceField, inTemplate)
            : null;
        return new StepTemplate
        {
            Name = name ?? "",
            Location = field.Location,
            Description = reader.Text("description"),
            Let = let,
            Dependencies = ReadDependencies(reader),
            StepEnvironments = new EnvironmentReader(scopes, field.Context.HasExpr).ReadAll(
                reader.Items("stepEnvironments"), jobEnvironments.Select(one => one.Name)),
            HostRequirements = HostRequirementsReader.Read(reader["hostRequirements"], inTemplate),
            ParameterSpace = space,
            Script = ReadScript(reader, scopes, space) ?? NoScript(field),
        };
    }

    /// <summary>Stands in the place of a script with faults.</summary>
    private static StepScriptTemplate NoScript(Field field) =>
        new() { OnRun = new ActionTemplate { Command = FormatReader.Literal("", field) } };

    private static List<string> ReadDependencies(ObjectReader step)
    {
        var (names, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in step.Items("dependencies"))
        {
            var reader = ObjectReader.TryCreate(item, (ObjectSchema)Dependencies.Item);
            if (reader?.Text("dependsOn") is not { } name) continue;
            if (seen.Add(name)) names.Add(name);
            else item.Error($"The dependency on '{name}' occurs twice.");
        }

        return names;
    }

    private static StepScriptTemplate? ReadScript(ObjectReader step, ActionScopes scopes, ParameterSpaceTemplate? space)
    {
        var given = Scripts.Where(name => step[name] is not null).ToList();
        if (given.Count > 1) step.Error($"A step has one script, not {string.Join(" and ", given)} side by side.");
        var inTask = scopes.Host.Inner();
        if (step.Context.HasExpr) inTask.Add("Step.Name", ExpressionType.String);
        foreach (var parameter in space?.Parameters ?? []) SymbolScopes.AddTaskParameter(inTask, parameter);
        StepScriptTemplate? script = null;
        foreach (var name in given) script = ReadScript(step, name, scopes with { Host = inTask });
        return script;
    }

    private static StepScriptTemplate? ReadScript(ObjectReader step, string name, ActionScopes scopes)
    {
        if (step[name] is not { } field) return null;
        return name == "script"
            ? StepScriptReader.Read(field, scopes)
            : SimpleActionReader.Read(field, name, scopes);
    }
}
