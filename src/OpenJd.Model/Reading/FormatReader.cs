using System.Globalization;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads format strings and checks what they refer to. Source: template schemas §7.3.</summary>
internal static class FormatReader
{
    /// <summary>A format string, or null with an error.</summary>
    public static TemplateString? Read(Field field, TextSchema schema, SymbolScope scope)
    {
        if (field.Text(schema.What) is not { } text || Parse(field, text, scope) is not { } format) return null;
        if (schema.FaultOfFormat(text, format.Format.IsLiteral, field.Context) is { } fault) field.Error(fault);
        return format;
    }

    /// <summary>
    /// A number that an extension lets be a format string: its text, or null with an error.
    /// </summary>
    public static TemplateString? ReadWholeNumber(Field field, NumberSchema schema, SymbolScope scope)
    {
        if (field.Node is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            return field.WholeNumber(schema, takesPoint: true) is { } number
                ? Literal(number.ToString(CultureInfo.InvariantCulture), field)
                : null;
        }

        if (!MayBeText(field, schema) || Parse(field, scalar.Text, scope) is not { } format) return null;
        return !format.Format.IsLiteral || field.WholeNumber(schema, scalar.Text, takesPoint: false) is not null
            ? format
            : null;
    }

    /// <summary>Whether a number may be text here, with an error where it may not.</summary>
    public static bool MayBeText(Field field, NumberSchema schema)
    {
        if (schema.Text == NumberText.Always) return true;
        if (schema.Text == NumberText.WithFeatureBundle1 && field.Context.HasFeatureBundle1) return true;
        var hint = schema.Text == NumberText.WithFeatureBundle1
            ? " A number as text needs the extension FEATURE_BUNDLE_1 in the template's 'extensions'."
            : "";
        var kind = schema.IsWhole ? "a whole number" : "a number";
        field.Error($"{schema.What} must be {kind}, not {field.Node.Description}.{hint}");
        return false;
    }

    /// <summary>A text that stands for itself.</summary>
    public static TemplateString Literal(string text, Field field) => new(FormatString.Parse(text), field.Location);

    private static TemplateString? Parse(Field field, string text, SymbolScope scope)
    {
        if (!FormatString.TryParse(text, out var format, out var error))
        {
            field.Error(error.Message);
            return null;
        }

        foreach (var reference in format.References)
        {
            if (scope.Fault(reference.Name) is { } fault) field.Error(fault);
        }

        return new TemplateString(format, field.Location);
    }
}
