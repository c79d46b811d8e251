using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads constraints on the items of list parameters. Source: template schemas §2.11 to §2.16.</summary>
internal static class ItemConstraintsReader
{
    /// <param name="field">The constraints.</param>
    /// <param name="list">What they stand in: a definition, or the constraints of an outer list.</param>
    /// <param name="type">The type of the list.</param>
    public static ItemConstraints? Read(Field field, ObjectReader list, JobParameterType type)
    {
        if (ObjectReader.TryCreate(field, list.Schema<ObjectSchema>("item")) is not { } reader) return null;
        var item = ItemType(type);
        var constraints = new ItemConstraints
        {
            MinLength = reader.WholeNumber("minLength"),
            MaxLength = reader.WholeNumber("maxLength"),
            MinValue = ParameterDefinitionReader.ReadValue(reader["minValue"], item),
            MaxValue = ParameterDefinitionReader.ReadValue(reader["maxValue"], item),
            Item = reader["item"] is { } inner ? Read(inner, reader, item) : null,
        };
        if (ConstraintRules.OwnFault(constraints) is { } fault) reader.Error(fault);
        return constraints with { AllowedValues = ReadAllowed(reader, item) };
    }

    /// <summary>The type of a list's items.</summary>
    public static JobParameterType ItemType(JobParameterType list) => list switch
    {
        JobParameterType.ListString => JobParameterType.String,
        JobParameterType.ListPath => JobParameterType.Path,
        JobParameterType.ListFloat => JobParameterType.Float,
        JobParameterType.ListBool => JobParameterType.Bool,
        JobParameterType.ListListInt => JobParameterType.ListInt,
        _ => JobParameterType.Int,
    };

    /// <summary>
    /// An allowed value beyond the other constraints is of no use and no fault: no implementation refuses it.
    /// </summary>
    private static List<ExpressionValue>? ReadAllowed(ObjectReader reader, JobParameterType item)
    {
        if (reader.OrNull("allowedValues") is not { } field) return null;
        var values = new List<ExpressionValue>();
        foreach (var one in field.Items(reader.Schema<ListSchema>("allowedValues")))
        {
            if (ParameterDefinitionReader.ReadValue(one, item) is { } value) values.Add(value);
        }

        return values;
    }
}
