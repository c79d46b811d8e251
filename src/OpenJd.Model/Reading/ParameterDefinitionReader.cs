using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads definitions of job parameters. Source: template schemas §2.</summary>
internal static class ParameterDefinitionReader
{
    private const int MaxDefinitions = 50;
    private static readonly string[] CommonFields =
        ["name", "type", "description", "default", "allowedValues", "userInterface"];

    private static readonly Dictionary<string, JobParameterType> Types = new(StringComparer.Ordinal)
    {
        ["STRING"] = JobParameterType.String,
        ["PATH"] = JobParameterType.Path,
        ["INT"] = JobParameterType.Int,
        ["FLOAT"] = JobParameterType.Float,
    };

    private static readonly string[] ExpressionTypes =
    [
        "BOOL", "RANGE_EXPR", "LIST[STRING]", "LIST[PATH]", "LIST[INT]", "LIST[FLOAT]", "LIST[BOOL]", "LIST[LIST[INT]]",
    ];

    private static readonly ObjectSchema[] Schemas =
    [
        Schema("A STRING parameter", "minLength", "maxLength"),
        Schema("A PATH parameter", "minLength", "maxLength", "objectType", "dataFlow"),
        Schema("An INT parameter", "minValue", "maxValue"),
        Schema("A FLOAT parameter", "minValue", "maxValue"),
    ];

    public static IReadOnlyList<JobParameterDefinition> ReadAll(Field? field)
    {
        var definitions = new List<JobParameterDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in field?.Items("parameterDefinitions", 1, MaxDefinitions) ?? [])
        {
            if (Read(item) is not { } definition) continue;
            definitions.Add(definition);
            if (definition.Name.Length > 0 && !names.Add(definition.Name))
                item.Error($"The parameter name '{definition.Name}' occurs twice.");
        }

        return definitions;
    }

    private static JobParameterDefinition? Read(Field field)
    {
        if (ReadType(field) is not { } type || ObjectReader.TryCreate(field, Schemas[(int)type]) is not { } reader)
            return null;
        var definition = new JobParameterDefinition
        {
            Name = reader.Required("name") is { } name
                ? TextRules.ReadIdentifier(name, "A parameter's name") ?? ""
                : "",
            Type = type,
            Location = field.Location,
            Description = TextRules.ReadDescription(reader.Optional("description")),
            MinLength = reader.Optional("minLength")?.WholeNumber("minLength", 0),
            MaxLength = reader.Optional("maxLength")?.WholeNumber("maxLength", 1),
            MinValue = ReadValue(reader.Optional("minValue"), type),
            MaxValue = ReadValue(reader.Optional("maxValue"), type),
            ObjectType = reader.Optional("objectType")?.OneOf("objectType", ["FILE", "DIRECTORY"]),
            DataFlow = reader.Optional("dataFlow")?.OneOf("dataFlow", ["NONE", "IN", "OUT", "INOUT"]),
        };
        if (ConstraintRules.OwnFault(definition) is { } fault) reader.Error(fault);
        return ReadInterface(reader, ReadDefault(reader, ReadAllowed(reader, definition)));
    }

    /// <summary>The type has to be known before the other fields are: which there may be depends on it.</summary>
    private static JobParameterType? ReadType(Field field)
    {
        if (field.Node is not MappingNode mapping)
        {
            field.Error($"A parameter definition must be an object, not {field.Node.Description}.");
            return null;
        }

        if (mapping.Entries.FirstOrDefault(entry => entry.Name == "type") is not { } entry)
        {
            field.Error("A parameter definition needs the field 'type'.");
            return null;
        }

        var type = new Field(entry.Value, field.Path.Field("type"), field.Errors);
        if (entry.Value is ScalarNode { Kind: ScalarKind.String } scalar
            && ExpressionTypes.Contains(scalar.Text, StringComparer.Ordinal))
        {
            type.Error(
                $"The type {scalar.Text} needs the extension {ExtensionNames.Expr} in the template's 'extensions'.");
            return null;
        }

        return type.OneOf("A parameter's type", Types.Keys) is { } name ? Types[name] : null;
    }

    private static JobParameterDefinition ReadAllowed(ObjectReader reader, JobParameterDefinition definition)
    {
        // The official suite has "allowedValues: null" refused, so here null is not the same as leaving the field out.
        if (reader.OptionalNotNull("allowedValues") is not { } field) return definition;
        var values = new List<ExpressionValue>();
        foreach (var item in field.Items("allowedValues"))
        {
            if (ReadValue(item, definition.Type) is not { } value) continue;
            values.Add(value);
            if (ConstraintRules.BoundsFault(definition, value) is { } fault) item.Error(fault);
        }

        return definition with { AllowedValues = values };
    }

    private static JobParameterDefinition ReadDefault(ObjectReader reader, JobParameterDefinition definition)
    {
        if (reader.Optional("default") is not { } field || ReadValue(field, definition.Type) is not { } value)
            return definition;
        if (ConstraintRules.Fault(definition, value) is { } fault) field.Error(fault);
        return definition with { Default = value };
    }

    private static JobParameterDefinition ReadInterface(ObjectReader reader, JobParameterDefinition definition) =>
        reader.Optional("userInterface") is { } field
            ? definition with { UserInterface = UserInterfaceReader.Read(field, definition) }
            : definition;

    private static ExpressionValue? ReadValue(Field? field, JobParameterType type)
    {
        if (field is not { } value) return null;
        var read = ParameterValueReader.Read(type, value.Node, out var fault);
        if (fault is not null) value.Error(fault);
        return read;
    }

    private static ObjectSchema Schema(string name, params string[] fields) => new(name, [.. CommonFields, .. fields]);
}
