using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads parameter spaces. Source: template schemas §3.4.</summary>
internal static class ParameterSpaceReader
{
    public static readonly ObjectSchema Schema = new(
        "A parameter space",
        Required(
            "taskParameterDefinitions",
            new ListSchema("taskParameterDefinitions", TaskParameterReader.Choice, Max: 16)),
        Optional("combination", new TextSchema("combination", 1, 1280)));

    public static ParameterSpaceTemplate? Read(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var parameters = new List<TaskParameterTemplate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in reader.Items("taskParameterDefinitions"))
        {
            if (TaskParameterReader.Read(item, scope) is not { } parameter) continue;
            if (parameter.Name.Length > 0 && !names.Add(parameter.Name))
                item.Error($"The task parameter name '{parameter.Name}' occurs twice.");
            if (parameter.Type == TaskParameterType.ChunkInt && parameters.Any(one => one.Type == parameter.Type))
                item.Error("A parameter space has one CHUNK[INT] parameter at most.");
            parameters.Add(parameter);
        }

        var (combination, text) = (reader["combination"], reader.Text("combination"));
        if (combination is { } at && text is { Length: > 0 and <= 1280 }) CheckCombination(at, text, parameters);
        return new ParameterSpaceTemplate(parameters, text, combination?.Location ?? field.Location);
    }

    private static void CheckCombination(Field field, string text, List<TaskParameterTemplate> parameters)
    {
        try
        {
            // Lengths are compared when a job is made: before, ranges that refer to parameters have none.
            var combination = CombinationExpression.Parse(text, [.. parameters.Select(parameter => parameter.Name)]);
            var chunked = parameters.Find(parameter => parameter.Type == TaskParameterType.ChunkInt);
            if (chunked is not null && IsAssociated(combination, chunked.Name, isInside: false))
            {
                field.Error(
                    $"combination puts '{chunked.Name}' beside another parameter in parentheses: "
                    + "a CHUNK[INT] parameter can only be multiplied with '*'.");
            }
        }
        catch (ParameterSpaceException exception)
        {
            field.Error(exception.Message);
        }
    }

    private static bool IsAssociated(CombinationExpression expression, string name, bool isInside) => expression switch
    {
        CombinationName one => isInside && one.Name == name,
        CombinationProduct product => product.Factors.Any(factor => IsAssociated(factor, name, isInside)),
        CombinationAssociation association => association.Members.Any(
            member => IsAssociated(member, name, isInside || association.Members.Count > 1)),
        _ => false,
    };
}
