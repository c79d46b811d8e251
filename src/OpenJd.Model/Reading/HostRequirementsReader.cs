using System.Globalization;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Documents;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads host requirements. Source: template schemas §3.3.</summary>
internal static class HostRequirementsReader
{
    private const int MaxRequirements = 50;
    private const int MaxValues = 50;
    private static readonly ObjectSchema Schema = new("hostRequirements", ["amounts", "attributes"]);
    private static readonly ObjectSchema AmountSchema = new("An amount requirement", ["name", "min", "max"]);
    private static readonly ObjectSchema AttributeSchema = new("An attribute requirement", ["name", "anyOf", "allOf"]);

    public static HostRequirementsTemplate? Read(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var amountItems = reader.Optional("amounts")?.Items("amounts");
        var attributeItems = reader.Optional("attributes")?.Items("attributes");
        if (amountItems is null && attributeItems is null)
            reader.Error("hostRequirements need 'amounts' or 'attributes'.");
        var total = (amountItems?.Count ?? 0) + (attributeItems?.Count ?? 0);
        if (total > MaxRequirements)
            reader.Error($"hostRequirements have {total} elements; {MaxRequirements} are the most.");

        var amounts = (amountItems ?? [])
            .Select(item => ReadAmount(item, scope))
            .OfType<AmountRequirementTemplate>()
            .ToList();
        var attributes = (attributeItems ?? [])
            .Select(item => ReadAttribute(item, scope))
            .OfType<AttributeRequirementTemplate>()
            .ToList();
        RefuseRepeated(reader, amounts.Select(amount => amount.Name));
        RefuseRepeated(reader, attributes.Select(attribute => attribute.Name));
        return new HostRequirementsTemplate(amounts, attributes, field.Location);
    }

    private static AmountRequirementTemplate? ReadAmount(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, AmountSchema) is not { } reader) return null;
        var name = reader.Required("name") is { } nameField
            ? ReadName(nameField, scope, CapabilityRules.AmountNameFault)
            : null;
        var (minField, maxField) = (reader.Optional("min"), reader.Optional("max"));
        if (minField is null && maxField is null) reader.Error("An amount requirement needs 'min' or 'max'.");
        var min = minField is { } least ? ReadAmountValue(least, "min", allowZero: true) : null;
        var max = maxField is { } most ? ReadAmountValue(most, "max", allowZero: false) : null;
        if (Number(min) > Number(max)) reader.Error($"min {min?.Text} is above max {max?.Text}.");
        return name is null ? null : new AmountRequirementTemplate(name, min, max);
    }

    private static TemplateString? ReadAmountValue(Field field, string what, bool allowZero)
    {
        if (field.Node is not ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar)
        {
            var hint = field.Node is ScalarNode { Kind: ScalarKind.String }
                ? " A number as text needs the extension FEATURE_BUNDLE_1."
                : "";
            field.Error($"{what} must be a number, not {field.Node.Description}.{hint}");
            return null;
        }

        if (decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (value > 0 || (allowZero && value == 0)))
        {
            return new TemplateString(FormatString.Parse(scalar.Text), field.Location);
        }

        field.Error(
            $"{what} cannot be {scalar.Text}: it is a number {(allowZero ? "of 0 or more" : "above 0")}, "
                + $"at most {Show(decimal.MaxValue)}.");
        return null;
    }

    private static AttributeRequirementTemplate? ReadAttribute(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, AttributeSchema) is not { } reader) return null;
        var name = reader.Required("name") is { } nameField
            ? ReadName(nameField, scope, CapabilityRules.AttributeNameFault)
            : null;
        var (anyField, allField) = (reader.Optional("anyOf"), reader.Optional("allOf"));
        if (anyField is null && allField is null) reader.Error("An attribute requirement needs 'anyOf' or 'allOf'.");
        var capability = name is { Format.IsLiteral: true } ? name.Text : "";
        var any = ReadValues(anyField, "anyOf", capability, scope);
        var all = ReadValues(allField, "allOf", capability, scope);
        return name is null ? null : new AttributeRequirementTemplate(name, any, all);
    }

    private static List<TemplateString> ReadValues(Field? field, string what, string capability, SymbolScope scope)
    {
        var values = new List<TemplateString>();
        foreach (var item in field?.Items(what, 1, MaxValues) ?? [])
        {
            if (TextRules.ReadFormat(item, $"A value of {what}", scope) is not { } value) continue;
            values.Add(value);
            if (value.Format.IsLiteral && CapabilityRules.AttributeValueFault(capability, value.Text) is { } fault)
                item.Error(fault);
        }

        return values;
    }

    private static TemplateString? ReadName(Field field, SymbolScope scope, Func<string, string?> faultOf)
    {
        var name = TextRules.ReadFormat(field, "A capability's name", scope);
        if (name is { Format.IsLiteral: true } && faultOf(name.Text) is { } fault) field.Error(fault);
        return name;
    }

    private static void RefuseRepeated(ObjectReader reader, IEnumerable<TemplateString> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => name.Format.IsLiteral && !seen.Add(name.Text)))
            reader.Errors.Add(name.Location, $"The capability '{name.Text}' occurs twice.");
    }

    private static decimal? Number(TemplateString? value) =>
        value is { Format.IsLiteral: true }
            ? decimal.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    private static string Show(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
