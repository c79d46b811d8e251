using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads host requirements. Source: template schemas §3.3.</summary>
internal static class HostRequirementsReader
{
    private const int MaxRequirements = 50;
    private const int MaxValues = 50;

    private static readonly TextSchema Name = new("A capability's name", 1, CapabilityRules.MaxLength)
    {
        IsFormat = true,
    };

    private static readonly ObjectSchema AmountSchema = new(
        "An amount requirement",
        Required("name", Name with { Pattern = CapabilityRules.AmountName }),
        Optional("min", Amount("min") with { IsAboveMin = false }),
        Optional("max", Amount("max")))
    {
        AtLeastOne = ["min", "max"],
    };

    private static readonly ObjectSchema AttributeSchema = new(
        "An attribute requirement",
        Required("name", Name with { Pattern = CapabilityRules.AttributeName }),
        Optional("anyOf", Values("anyOf")),
        Optional("allOf", Values("allOf")))
    {
        AtLeastOne = ["anyOf", "allOf"],
    };

    public static readonly ObjectSchema Schema = new(
        "A hostRequirements object",
        Optional("amounts", new ListSchema("amounts", AmountSchema)),
        Optional("attributes", new ListSchema("attributes", AttributeSchema)))
    {
        AtLeastOne = ["amounts", "attributes"],
    };

    public static HostRequirementsTemplate? Read(Field? field, SymbolScope scope)
    {
        if (field is not { } given || ObjectReader.TryCreate(given, Schema) is not { } reader) return null;
        var (amountItems, attributeItems) = (reader.Items("amounts"), reader.Items("attributes"));
        var total = amountItems.Count + attributeItems.Count;
        if (total > MaxRequirements)
            reader.Error($"hostRequirements have {total} elements; {MaxRequirements} are the most.");
        var amounts = amountItems
            .Select(item => ReadAmount(item, scope))
            .OfType<AmountRequirementTemplate>()
            .ToList();
        var attributes = attributeItems
            .Select(item => ReadAttribute(item, scope))
            .OfType<AttributeRequirementTemplate>()
            .ToList();
        RefuseRepeated(reader, amounts.Select(amount => amount.Name));
        RefuseRepeated(reader, attributes.Select(attribute => attribute.Name));
        return new HostRequirementsTemplate(amounts, attributes, given.Location);
    }

    private static NumberSchema Amount(string name) => new(name, 0, decimal.MaxValue)
    {
        IsWhole = false,
        IsAboveMin = true,
        Text = NumberText.WithFeatureBundle1,
    };

    private static ListSchema Values(string name) => new(
        name,
        new TextSchema($"A value of {name}", 1, CapabilityRules.MaxLength)
        {
            IsFormat = true,
            Pattern = CapabilityRules.AttributeValue,
        },
        MaxValues);

    private static AmountRequirementTemplate? ReadAmount(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, AmountSchema) is not { } reader) return null;
        var name = reader["name"] is { } nameField
            ? ReadName(nameField, scope, CapabilityRules.AmountNameFault)
            : null;
        var (minField, maxField) = (reader["min"], reader["max"]);
        var min = minField is { } least ? ReadNumber(least, reader.Schema<NumberSchema>("min"), scope) : null;
        var max = maxField is { } most ? ReadNumber(most, reader.Schema<NumberSchema>("max"), scope) : null;
        if (Number(min) > Number(max)) reader.Error($"min {min?.Text} is above max {max?.Text}.");
        return name is null ? null : new AmountRequirementTemplate(name, min, max);
    }

    private static TemplateString? ReadNumber(Field field, NumberSchema schema, SymbolScope scope)
    {
        if (field.Node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number)
        {
            return CapabilityRules.AmountFault(schema, number.Text) is { } fault
                ? Refuse(field, fault)
                : FormatReader.Literal(number.Text, field);
        }

        if (!FormatReader.MayBeText(field, schema)) return null;
        if (field.Text(schema.What) is not { } text
            || FormatReader.Parse(field, text, scope, TargetTypes.OptionalNumber) is not var (format, value))
        {
            return null;
        }

        return value is not (UnresolvedValue or NullValue)
            && CapabilityRules.AmountFault(schema, value.Text) is { } textFault
            ? Refuse(field, textFault)
            : format;
    }

    private static TemplateString? Refuse(Field field, string fault)
    {
        field.Error(fault);
        return null;
    }

    private static decimal? Number(TemplateString? value) =>
        value is { Format.IsLiteral: true }
        && decimal.TryParse(value.Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static AttributeRequirementTemplate? ReadAttribute(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, AttributeSchema) is not { } reader) return null;
        var name = reader["name"] is { } nameField
            ? ReadName(nameField, scope, CapabilityRules.AttributeNameFault)
            : null;
        var capability = name is { Format.IsLiteral: true } ? name.Text : "";
        var any = ReadValues(reader, "anyOf", capability, scope);
        var all = ReadValues(reader, "allOf", capability, scope);
        return name is null ? null : new AttributeRequirementTemplate(name, any, all);
    }

    private static List<TemplateString> ReadValues(
        ObjectReader attribute, string list, string capability, SymbolScope scope)
    {
        var values = new List<TemplateString>();
        foreach (var item in attribute.Items(list))
        {
            if (item.Text($"A value of {list}") is not { } text) continue;
            if (FormatReader.Parse(item, text, scope, TargetTypes.TextItem) is not var (format, value)) continue;
            values.Add(format);
            if (ValueFault(capability, value) is { } fault) item.Error(fault);
        }

        return values;
    }

    private static string? ValueFault(string capability, ExpressionValue value) => value switch
    {
        UnresolvedValue or NullValue => null,
        ListValue list => list
            .Select(item => CapabilityRules.AttributeValueFault(capability, item.Text))
            .FirstOrDefault(fault => fault is not null),
        _ => CapabilityRules.AttributeValueFault(capability, value.Text),
    };

    private static TemplateString? ReadName(Field field, SymbolScope scope, Func<string, string?> faultOf)
    {
        if (field.Text(Name.What) is not { } text
            || FormatReader.Parse(field, text, scope, TargetTypes.Text) is not var (format, value))
        {
            return null;
        }

        if (value is not UnresolvedValue && faultOf(value.Text) is { } fault) field.Error(fault);
        return format;
    }

    private static void RefuseRepeated(ObjectReader reader, IEnumerable<TemplateString> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => name.Format.IsLiteral && !seen.Add(name.Text)))
            reader.Context.Errors.Add(name.Location, $"The capability '{name.Text}' occurs twice.");
    }
}
