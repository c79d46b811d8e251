using System.Globalization;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.Reading;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Creation;

/// <summary>Resolves host requirements and checks them again, resolved. Source: template schemas §3.3.</summary>
internal sealed class HostRequirementsResolver(FormatResolver formats)
{
    private const int MaxValues = 50;
    private static readonly ExpressionType OptionalFloat = ExpressionType.OptionalOf(ExpressionType.Float);
    private static readonly NumberSchema Min = new("min", 0, decimal.MaxValue) { IsWhole = false };
    private static readonly NumberSchema Max = new("max", 0, decimal.MaxValue) { IsWhole = false, IsAboveMin = true };

    public HostRequirements Resolve(HostRequirementsTemplate template)
    {
        var requirements = new HostRequirements
        {
            Amounts = [.. template.Amounts.Select(Amount)],
            Attributes = [.. template.Attributes.Select(Attribute)],
        };
        RefuseRepeated(template.Location, requirements.Amounts.Select(amount => amount.Name));
        RefuseRepeated(template.Location, requirements.Attributes.Select(attribute => attribute.Name));
        return requirements;
    }

    private AmountRequirement Amount(AmountRequirementTemplate template)
    {
        var before = formats.ErrorCount;
        var name = formats.Text(template.Name, CapabilityRules.AmountNameFault) ?? template.Name.Text;
        var (min, max) = (Quantity(template.Min, Min), Quantity(template.Max, Max));
        if (formats.ErrorCount == before && min is null && max is null)
            formats.Error(template.Name.Location, "An amount requirement needs 'min' or 'max', and both are null.");
        if (formats.ErrorCount == before)
            min ??= CapabilityRules.LeastOf(name);
        if (min > max)
            formats.Error(template.Name.Location, $"min {Show(min)} of '{name}' is above max {Show(max)}.");
        return new AmountRequirement(name, min, max);
    }

    /// <summary>A quantity; null where there is none or where it resolves to null, which is the same.</summary>
    private decimal? Quantity(TemplateString? template, NumberSchema schema)
    {
        if (template is null) return null;
        var text = template.Format.IsLiteral
            ? template.Text
            : (formats.Value(template, OptionalFloat) as FloatValue)?.Text;
        if (text is null) return null;
        if (CapabilityRules.AmountFault(schema, text) is not { } fault)
            return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        formats.Error(template.Location, fault);
        return null;
    }

    private AttributeRequirement Attribute(AttributeRequirementTemplate template)
    {
        var name = formats.Text(template.Name, CapabilityRules.AttributeNameFault) ?? template.Name.Text;
        return new AttributeRequirement(
            name, Values("anyOf", name, template.AnyOf), Values("allOf", name, template.AllOf));
    }

    private List<string> Values(string what, string name, IReadOnlyList<TemplateString> templates)
    {
        var before = formats.ErrorCount;
        var values = new List<string>(templates.Count);
        foreach (var (template, value) in formats.Items(templates, ExpressionType.String))
        {
            if (CapabilityRules.AttributeValueFault(name, value.Text) is { } fault)
                formats.Error(template.Location, fault);
            values.Add(value.Text);
        }

        if (templates.Count > 0 && values.Count is 0 or > MaxValues && formats.ErrorCount == before)
        {
            formats.Error(
                templates[0].Location, $"{what} has {values.Count} elements once resolved; it has 1 to {MaxValues}.");
        }

        return values;
    }

    private void RefuseRepeated(SourceLocation at, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => !seen.Add(name)))
            formats.Error(at, $"The capability '{name}' occurs twice.");
    }

    private static string Show(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
