using System.Text.RegularExpressions;
using OpenJd.Model.Documents;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads environments. Source: template schemas §4.</summary>
internal static partial class EnvironmentReader
{
    private const int MaxVariableNameLength = 256;
    private const int MaxVariableValueLength = 2048;
    private static readonly ObjectSchema Schema = new("An environment", ["name", "description", "script", "variables"]);

    private static readonly ObjectSchema ScriptSchema = new("An environment's script", ["actions", "embeddedFiles"])
    {
        ExtensionFields = new Dictionary<string, string> { ["let"] = ExtensionNames.Expr },
    };

    private static readonly ObjectSchema ActionsSchema = new("An environment's actions object", ["onEnter", "onExit"])
    {
        ExtensionFields = new Dictionary<string, string>
        {
            ["onWrapEnvEnter"] = ExtensionNames.WrapActions,
            ["onWrapTaskRun"] = ExtensionNames.WrapActions,
            ["onWrapEnvExit"] = ExtensionNames.WrapActions,
        },
    };

    /// <summary>Reads a list of environments, whose names may neither repeat nor be among those taken.</summary>
    public static IReadOnlyList<TemplateEnvironment> ReadAll(
        Field? field, SymbolScope host, IReadOnlyCollection<string> taken)
    {
        var environments = new List<TemplateEnvironment>();
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var item in field?.Items("An environment list") ?? [])
        {
            if (Read(item, host) is not { } environment) continue;
            environments.Add(environment);
            if (environment.Name.Length > 0 && !names.Add(environment.Name))
                item.Error($"The environment name '{environment.Name}' occurs twice.");
        }

        return environments;
    }

    public static TemplateEnvironment? Read(Field field, SymbolScope host)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var (script, variables) = (reader.Optional("script"), reader.Optional("variables"));
        if (script is null && variables is null) reader.Error("An environment needs a 'script' or 'variables'.");
        return new TemplateEnvironment
        {
            Name = reader.Required("name") is { } name ? TextRules.ReadName(name, "An environment's name") ?? "" : "",
            Location = field.Location,
            Description = TextRules.ReadDescription(reader.Optional("description")),
            Script = script is { } scriptField ? ReadScript(scriptField, host) : null,
            Variables = variables is { } variablesField
                ? ReadVariables(variablesField, host)
                : new Dictionary<string, TemplateString>(),
        };
    }

    private static EnvironmentScriptTemplate? ReadScript(Field field, SymbolScope host)
    {
        if (ObjectReader.TryCreate(field, ScriptSchema) is not { } reader) return null;
        var files = ScriptReader.ReadFiles(reader.Optional("embeddedFiles"), "Env.File.", host, out var scope);
        if (reader.Required("actions") is not { } actions
            || ObjectReader.TryCreate(actions, ActionsSchema) is not { } hooks)
        {
            return new EnvironmentScriptTemplate { EmbeddedFiles = files };
        }

        var (enter, exit) = (hooks.Optional("onEnter"), hooks.Optional("onExit"));
        if (enter is null && exit is null) hooks.Error("An environment's actions need 'onEnter' or 'onExit'.");
        return new EnvironmentScriptTemplate
        {
            OnEnter = enter is { } onEnter ? ScriptReader.ReadAction(onEnter, scope) : null,
            OnExit = exit is { } onExit ? ScriptReader.ReadAction(onExit, scope) : null,
            EmbeddedFiles = files,
        };
    }

    private static Dictionary<string, TemplateString> ReadVariables(Field field, SymbolScope host)
    {
        var variables = new Dictionary<string, TemplateString>(StringComparer.Ordinal);
        if (field.Node is not MappingNode node)
        {
            field.Error($"variables must be an object, not {field.Node.Description}.");
            return variables;
        }

        if (node.Entries.Count == 0)
            field.Error("variables must have at least 1 element.");
        foreach (var entry in node.Entries)
        {
            if (ReadVariable(field, entry, host) is { } value) variables[entry.Name] = value;
        }

        return variables;
    }

    private static TemplateString? ReadVariable(Field variables, MappingEntry entry, SymbolScope host)
    {
        var path = variables.Path.Field(entry.Name);
        var fault = TextRules.LengthFault("A variable's name", entry.Name, 1, MaxVariableNameLength);
        if (fault is null && !VariableName().IsMatch(entry.Name))
        {
            fault = $"The variable name '{entry.Name}' may hold letters a to z, digits and underscores, and "
                + "cannot begin with a digit.";
        }

        if (fault is not null) variables.Errors.Add(new SourceLocation(path, entry.Line, entry.Column), fault);

        var field = new Field(entry.Value, path, variables.Errors);
        var value = TextRules.ReadFormat(field, "A variable's value", host);
        if (value is not null
            && TextRules.LengthFault("A variable's value", value.Text, 0, MaxVariableValueLength) is { } tooLong)
        {
            field.Error(tooLong);
        }

        return value;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
