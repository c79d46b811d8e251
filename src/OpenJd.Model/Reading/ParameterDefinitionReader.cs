using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads definitions of job parameters. Source: template schemas §2.</summary>
internal static class ParameterDefinitionReader
{
    /// <summary>The definitions of a job template. Source: template schemas §1.1.</summary>
    public static readonly ListSchema InJobTemplate =
        new("parameterDefinitions", ParameterSchemas.Choice, 50) { MaxWithFeatureBundle1 = 200 };

    /// <summary>The definitions of an environment template. Source: template schemas §1.2.</summary>
    public static readonly ListSchema InEnvironmentTemplate = new("parameterDefinitions", ParameterSchemas.Choice, 50);

    public static IReadOnlyList<JobParameterDefinition> ReadAll(IReadOnlyList<Field> items)
    {
        var definitions = new List<JobParameterDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
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
        if (ReadType(field) is not { } type
            || ObjectReader.TryCreate(field, ParameterSchemas.Of(type)) is not { } reader)
        {
            return null;
        }

        var definition = new JobParameterDefinition
        {
            Name = reader.Text("name") ?? "",
            Type = type,
            Location = field.Location,
            Description = reader.Text("description"),
            MinLength = reader.WholeNumber("minLength"),
            MaxLength = reader.WholeNumber("maxLength"),
            MinValue = ReadValue(reader["minValue"], type),
            MaxValue = ReadValue(reader["maxValue"], type),
            Item = reader["item"] is { } item ? ItemConstraintsReader.Read(item, reader, type) : null,
            ObjectType = reader.Word("objectType"),
            DataFlow = reader.Word("dataFlow"),
        };
        if (ConstraintRules.OwnFault(definition) is { } fault) reader.Error(fault);
        definition = ReadDefault(reader, definition with { AllowedValues = ReadAllowed(reader, definition) });
        return reader["userInterface"] is { } hints
            ? definition with { UserInterface = UserInterfaceReader.Read(hints, definition) }
            : definition;
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

        var at = new Field(entry.Value, field.Path.Field("type"), field.Context);
        // Types of the extension are told as such, and not listed where they cannot be used.
        var isKnown = entry.Value is ScalarNode scalar && ParameterSchemas.Types.Words.Contains(scalar.Text);
        var types = field.Context.HasExpr || isKnown ? ParameterSchemas.Types : ParameterSchemas.BaseTypes;
        if (at.Word(types) is not { } word) return null;
        var type = Enum.GetValues<JobParameterType>().First(one => ParameterTypeNames.Of(one) == word);
        if (!ParameterSchemas.NeedsExpr(type) || field.Context.HasExpr) return type;
        at.Error($"The type {word} needs the extension {ExtensionNames.Expr} in the template's 'extensions'.");
        return null;
    }

    private static List<ExpressionValue>? ReadAllowed(ObjectReader reader, JobParameterDefinition definition)
    {
        // The official suite has "allowedValues: null" refused, so here null is not the same as leaving the field out.
        if (reader.OrNull("allowedValues") is not { } field) return null;
        var values = new List<ExpressionValue>();
        foreach (var item in field.Items(reader.Schema<ListSchema>("allowedValues")))
        {
            if (ReadValue(item, definition.Type) is not { } value) continue;
            values.Add(value);
            if (ConstraintRules.BoundsFault(definition, value) is { } fault) item.Error(fault);
        }

        return values;
    }

    private static JobParameterDefinition ReadDefault(ObjectReader reader, JobParameterDefinition definition)
    {
        if (reader["default"] is not { } field || ReadValue(field, definition.Type) is not { } value) return definition;
        if (ConstraintRules.Fault(definition, value) is { } fault) field.Error(fault);
        return definition with { Default = value };
    }

    /// <summary>A value of a type, or null where the field is left out or with an error.</summary>
    public static ExpressionValue? ReadValue(Field? field, JobParameterType type)
    {
        if (field is not { } value) return null;
        var read = ParameterValueReader.Read(type, value.Node, out var fault);
        if (fault is not null) value.Error(fault);
        return read;
    }
}
