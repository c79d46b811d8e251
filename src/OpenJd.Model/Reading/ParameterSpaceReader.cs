using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads parameter spaces. Source: template schemas §3.4.</summary>
internal static class ParameterSpaceReader
{
    private const int MaxParameters = 16;
    private const int MaxRangeItems = 1024;
    private static readonly ObjectSchema Schema = new("A parameter space", ["taskParameterDefinitions", "combination"]);
    private static readonly ObjectSchema ParameterSchema = new("A task parameter", ["name", "type", "range"])
    {
        ExtensionFields = new Dictionary<string, string> { ["chunks"] = ExtensionNames.TaskChunking },
    };

    private static readonly Dictionary<string, TaskParameterType> Types = new(StringComparer.Ordinal)
    {
        ["INT"] = TaskParameterType.Int,
        ["FLOAT"] = TaskParameterType.Float,
        ["STRING"] = TaskParameterType.String,
        ["PATH"] = TaskParameterType.Path,
    };

    public static ParameterSpaceTemplate? Read(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var parameters = new List<TaskParameterTemplate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var definitions = reader.Required("taskParameterDefinitions");
        foreach (var item in definitions?.Items("taskParameterDefinitions", 1, MaxParameters) ?? [])
        {
            if (ReadParameter(item, scope) is not { } parameter) continue;
            parameters.Add(parameter);
            if (parameter.Name.Length > 0 && !names.Add(parameter.Name))
                item.Error($"The task parameter name '{parameter.Name}' occurs twice.");
        }

        var combination = reader.Optional("combination");
        var text = combination?.Text("combination");
        if (combination is { } at && text is not null) CheckCombination(at, text, parameters);
        return new ParameterSpaceTemplate(parameters, text, combination?.Location ?? field.Location);
    }

    private static TaskParameterTemplate? ReadParameter(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, ParameterSchema) is not { } reader) return null;
        var name = reader.Required("name") is { } nameField
            ? TextRules.ReadIdentifier(nameField, "A task parameter's name")
            : null;
        var type = ReadType(reader.Required("type"));
        var range = reader.Required("range");
        if (name is null || type is not { } known || range is not { } rangeField) return null;
        return known == TaskParameterType.Int && rangeField.Node is ScalarNode { Kind: ScalarKind.String }
            ? new TaskParameterTemplate(name, known, null, ReadRangeExpression(rangeField, scope))
            : new TaskParameterTemplate(name, known, ReadRangeList(rangeField, known, scope), null);
    }

    private static TaskParameterType? ReadType(Field? field)
    {
        if (field is not { } value) return null;
        if (value.Node is ScalarNode { Kind: ScalarKind.String, Text: "CHUNK[INT]" })
        {
            value.Error(
                $"The type CHUNK[INT] needs the extension {ExtensionNames.TaskChunking} in the template's "
                    + "'extensions'.");
            return null;
        }

        return value.OneOf("A task parameter's type", Types.Keys) is { } name ? Types[name] : null;
    }

    private static TemplateString? ReadRangeExpression(Field field, SymbolScope scope)
    {
        var range = TextRules.ReadFormat(field, "range", scope);
        if (range is { Format.IsLiteral: true } && TaskParameterRules.RangeFault(range.Text) is { } fault)
            field.Error(fault);
        return range;
    }

    private static List<TemplateString> ReadRangeList(Field field, TaskParameterType type, SymbolScope scope)
    {
        var values = new List<TemplateString>();
        foreach (var item in field.Items("range", 1, MaxRangeItems))
        {
            if (ReadRangeItem(item, type, scope) is not { } value) continue;
            values.Add(value);
            if (!value.Format.IsLiteral) continue;
            TaskParameterRules.Value(type, value.Text, out var fault);
            if (fault is not null) item.Error(fault);
        }

        return values;
    }

    private static TemplateString? ReadRangeItem(Field item, TaskParameterType type, SymbolScope scope)
    {
        var takesNumber = type is TaskParameterType.Int or TaskParameterType.Float;
        if (takesNumber && item.Node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number)
            return new TemplateString(FormatString.Parse(number.Text), item.Location);
        var article = type == TaskParameterType.Int ? "an" : "a";
        return TextRules.ReadFormat(item, $"A value of {article} {type.ToString().ToUpperInvariant()} range", scope);
    }

    private static void CheckCombination(Field field, string text, List<TaskParameterTemplate> parameters)
    {
        try
        {
            // Lengths are compared when a job is made: before, ranges that refer to parameters have none.
            CombinationExpression.Parse(text, [.. parameters.Select(parameter => parameter.Name)]);
        }
        catch (ParameterSpaceException exception)
        {
            field.Error(exception.Message);
        }
    }
}
