using OpenJd.Expressions.Types;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads environments. Source: template schemas §4.</summary>
/// <param name="scopes">What the environments' actions see.</param>
/// <param name="isInStep">Whether they see the name of a step around them too.</param>
internal sealed class EnvironmentReader(ActionScopes scopes, bool isInStep)
{
    private static readonly TextSchema VariableValue = new("A variable's value", 0, 2048) { IsFormat = true };

    public static readonly ObjectSchema Schema = new(
        "An environment",
        Required("name", TextSchemas.Name("An environment's name")),
        Optional("description", TextSchemas.Description),
        Optional("script", EnvironmentScriptReader.Schema),
        Optional("variables", new MapSchema("variables", TextSchemas.VariableName, VariableValue)))
    {
        AtLeastOne = ["script", "variables"],
    };

    public static readonly ListSchema ListSchema = new("An environment list", Schema);

    /// <summary>Reads a list of environments, whose names may neither repeat nor be among those taken.</summary>
    public IReadOnlyList<TemplateEnvironment> ReadAll(IReadOnlyList<Field> items, IEnumerable<string> taken)
    {
        if (items.Count == 0) return [];
        var environments = new List<TemplateEnvironment>(items.Count);
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (Read(item) is not { } environment) continue;
            environments.Add(environment);
            if (environment.Name.Length > 0 && !names.Add(environment.Name))
                item.Error($"The environment name '{environment.Name}' occurs twice.");
        }

        return environments;
    }

    public TemplateEnvironment? Read(Field field)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var (script, variables) = (reader["script"], reader["variables"]);
        return new TemplateEnvironment
        {
            Name = reader.Text("name") ?? "",
            Location = field.Location,
            Description = reader.Text("description"),
            Script = script is { } scriptField ? EnvironmentScriptReader.Read(scriptField, scopes, isInStep) : null,
            Variables = variables is { } variablesField ? ReadVariables(variablesField) : NoVariables,
        };
    }

    private static Dictionary<string, TemplateString> NoVariables { get; } = [];

    private Dictionary<string, TemplateString> ReadVariables(Field field)
    {
        var variables = new Dictionary<string, TemplateString>(StringComparer.Ordinal);
        if (field.Node is not MappingNode node)
        {
            field.Error($"variables must be an object, not {field.Node.Description}.");
            return variables;
        }

        if (node.Entries.Count == 0) field.Error("variables must have at least 1 element.");
        var scope = isInStep ? scopes.Host.Inner().Add("Step.Name", ExpressionType.String) : scopes.Host;
        foreach (var entry in node.Entries)
        {
            if (ReadVariable(field, entry, scope) is { } value) variables[entry.Name] = value;
        }

        return variables;
    }

    private static TemplateString? ReadVariable(Field variables, MappingEntry entry, SymbolScope scope)
    {
        var path = variables.Path.Field(entry.Name);
        if (TextSchemas.VariableName.Fault(entry.Name, variables.Context) is { } fault)
            variables.Context.Errors.Add(new SourceLocation(path, entry.Line, entry.Column), fault);
        return FormatReader.Read(
            new Field(entry.Value, path, variables.Context), VariableValue, scope, TargetTypes.Text);
    }
}
