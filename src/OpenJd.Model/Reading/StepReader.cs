using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads a step. Source: template schemas §3 and §3.5.</summary>
/// <param name="template">Names known when the job is made.</param>
/// <param name="host">Names known on a host.</param>
/// <param name="jobEnvironments">Names that a step's environments may not have.</param>
internal sealed class StepReader(SymbolScope template, SymbolScope host, IReadOnlyCollection<string> jobEnvironments)
{
    private static readonly ObjectSchema Schema = new(
        "A step",
        ["name", "description", "dependencies", "stepEnvironments", "hostRequirements", "parameterSpace", "script"])
    {
        ExtensionFields = new Dictionary<string, string>
        {
            ["let"] = ExtensionNames.Expr,
            ["bash"] = ExtensionNames.FeatureBundle1,
            ["cmd"] = ExtensionNames.FeatureBundle1,
            ["node"] = ExtensionNames.FeatureBundle1,
            ["powershell"] = ExtensionNames.FeatureBundle1,
            ["python"] = ExtensionNames.FeatureBundle1,
        },
    };

    private static readonly ObjectSchema DependencySchema = new("A dependency", ["dependsOn"]);

    private static readonly ObjectSchema ScriptSchema = new("A step's script", ["actions", "embeddedFiles"])
    {
        ExtensionFields = new Dictionary<string, string> { ["let"] = ExtensionNames.Expr },
    };

    private static readonly ObjectSchema ActionsSchema = new("A step's actions object", ["onRun"]);

    public StepTemplate? Read(Field field)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var name = reader.Required("name") is { } nameField ? TextRules.ReadName(nameField, "A step's name") : null;
        var space = reader.Optional("parameterSpace") is { } spaceField
            ? ParameterSpaceReader.Read(spaceField, template)
            : null;
        return new StepTemplate
        {
            Name = name ?? "",
            Location = field.Location,
            Description = TextRules.ReadDescription(reader.Optional("description")),
            Dependencies = ReadDependencies(reader.Optional("dependencies")),
            StepEnvironments = EnvironmentReader.ReadAll(reader.Optional("stepEnvironments"), host, jobEnvironments),
            HostRequirements = reader.Optional("hostRequirements") is { } hostField
                ? HostRequirementsReader.Read(hostField, template)
                : null,
            ParameterSpace = space,
            Script = reader.Required("script") is { } scriptField ? ReadScript(scriptField, space) : NoScript,
        };
    }

    private static StepScriptTemplate NoScript { get; } = new()
    {
        OnRun = new ActionTemplate
        {
            Command = new TemplateString(FormatString.Parse(""), new SourceLocation(NodePath.Root, 0, 0)),
        },
    };

    private static List<string> ReadDependencies(Field? field)
    {
        var names = new List<string>();
        foreach (var item in field?.Items("dependencies") ?? [])
        {
            if (ObjectReader.TryCreate(item, DependencySchema)?.Required("dependsOn") is not { } dependsOn) continue;
            if (TextRules.ReadName(dependsOn, "dependsOn") is not { } name) continue;
            if (names.Contains(name, StringComparer.Ordinal)) item.Error($"The dependency on '{name}' occurs twice.");
            else names.Add(name);
        }

        return names;
    }

    private StepScriptTemplate ReadScript(Field field, ParameterSpaceTemplate? space)
    {
        if (ObjectReader.TryCreate(field, ScriptSchema) is not { } reader) return NoScript;
        var tasks = host.With((space?.Parameters ?? []).SelectMany(
            parameter => (string[])[$"Task.Param.{parameter.Name}", $"Task.RawParam.{parameter.Name}"]));
        var files = ScriptReader.ReadFiles(reader.Optional("embeddedFiles"), "Task.File.", tasks, out var scope);
        var actions = reader.Required("actions") is { } actionsField
            ? ObjectReader.TryCreate(actionsField, ActionsSchema)
            : null;
        var onRun = actions?.Required("onRun") is { } onRunField ? ScriptReader.ReadAction(onRunField, scope) : null;
        return new StepScriptTemplate { OnRun = onRun ?? NoScript.OnRun, EmbeddedFiles = files };
    }
}
