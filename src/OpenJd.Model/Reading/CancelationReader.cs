using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads how an action is canceled. Source: template schemas §5.3.</summary>
internal static class CancelationReader
{
    private const string NotifyThenTerminate = "NOTIFY_THEN_TERMINATE";

    private static readonly WordSchema Mode =
        new("mode", "TERMINATE", NotifyThenTerminate) { IsFormatWithFeatureBundle1 = true };

    public static readonly ObjectSchema Schema = new(
        "A cancelation",
        Required("mode", Mode),
        Optional(
            "notifyPeriodInSeconds",
            new NumberSchema("notifyPeriodInSeconds", 1, 600) { Text = NumberText.WithFeatureBundle1 }));

    private static readonly TextSchema ModeFormat = new("mode", 1) { Controls = "", IsFormat = true };

    public static CancelationMethodTemplate? Read(Field? field, SymbolScope scope)
    {
        if (field is not { } given || ObjectReader.TryCreate(given, Schema) is not { } reader) return null;
        var mode = reader["mode"] is { } modeField ? ReadMode(modeField, scope) : null;
        var period = reader["notifyPeriodInSeconds"];
        if (mode is { Text: "TERMINATE" } && period is { } unexpected)
            unexpected.Error($"notifyPeriodInSeconds belongs to the mode {NotifyThenTerminate}.");
        var seconds = period is { } periodField
            ? FormatReader.ReadWholeNumber(
                periodField,
                reader.Schema<NumberSchema>("notifyPeriodInSeconds"),
                scope,
                TargetTypes.OptionalWholeNumber)
            : null;
        return mode is null ? null : new CancelationMethodTemplate(mode, seconds);
    }

    private static TemplateString? ReadMode(Field field, SymbolScope scope)
    {
        var isFormat = field.Node is ScalarNode { Kind: ScalarKind.String } scalar
            && scalar.Text.Contains("{{", StringComparison.Ordinal);
        if (isFormat && field.Context.HasFeatureBundle1)
            return FormatReader.Read(field, ModeFormat, scope, TargetTypes.OptionalText);
        if (isFormat)
        {
            field.Error("A format string as mode needs the extension FEATURE_BUNDLE_1 in the template's 'extensions'.");
            return null;
        }

        return field.Word(Mode) is { } word ? FormatReader.Literal(word, field) : null;
    }
}
