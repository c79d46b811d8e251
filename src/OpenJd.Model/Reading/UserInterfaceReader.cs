using System.Globalization;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads user interface hints. Source: template schemas §2.1 to §2.8.</summary>
internal static class UserInterfaceReader
{
    private static readonly string[][] CheckBoxPairs = [["TRUE", "FALSE"], ["YES", "NO"], ["ON", "OFF"], ["1", "0"]];
    private static readonly string[] SpinBoxes = ["SPIN_BOX", "SPIN_BOX_LIST"];

    private static readonly string[] FileDialogs =
        ["CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE", "CHOOSE_INPUT_FILE_LIST", "CHOOSE_OUTPUT_FILE_LIST"];

    public static UserInterfaceHints? Read(Field field, JobParameterDefinition parameter)
    {
        if (ObjectReader.TryCreate(field, UserInterfaceSchemas.Of(parameter.Type)) is not { } reader) return null;
        var control = reader.Word("control") ?? DefaultControl(parameter);
        if (reader["control"] is { } controlField && ControlFault(control, parameter) is { } fault)
            controlField.Error(fault);
        return new UserInterfaceHints
        {
            Control = control,
            Label = reader.Text("label"),
            GroupLabel = reader.Text("groupLabel"),
            SingleStepDelta = For(reader, "singleStepDelta", control, SpinBoxes) is { } delta
                ? ReadDelta(delta, reader)
                : null,
            Decimals = For(reader, "decimals", control, SpinBoxes) is null ? null : reader.WholeNumber("decimals"),
            FileFilters = FileFilterReader.ReadAll(For(reader, "fileFilters", control, FileDialogs), reader),
            FileFilterDefault = FileFilterReader.Read(For(reader, "fileFilterDefault", control, FileDialogs), reader),
        };
    }

    private static string DefaultControl(JobParameterDefinition parameter) => parameter switch
    {
        { AllowedValues: not null } => UserInterfaceSchemas.DropDown,
        { Type: JobParameterType.Path } => PathControl(parameter),
        { Type: JobParameterType.ListPath } => $"{PathControl(parameter)}_LIST",
        _ => UserInterfaceSchemas.Of(parameter.Type).Fields[0].Value is WordSchema { Words: [var first, ..] }
            ? first
            : "HIDDEN",
    };

    private static string PathControl(JobParameterDefinition parameter)
    {
        if (parameter.ObjectType != "FILE") return "CHOOSE_DIRECTORY";
        return parameter.DataFlow == "OUT" ? "CHOOSE_OUTPUT_FILE" : "CHOOSE_INPUT_FILE";
    }

    private static string? ControlFault(string control, JobParameterDefinition parameter)
    {
        // Values of EXPR's types are never chosen from a list, so their controls suit them always.
        if (ParameterSchemas.NeedsExpr(parameter.Type)) return null;
        return control switch
        {
            "HIDDEN" => null,
            UserInterfaceSchemas.DropDown =>
                parameter.AllowedValues is null ? $"The control {control} needs 'allowedValues'." : null,
            "CHECK_BOX" => IsCheckBoxPair(parameter.AllowedValues)
                ? null
                : "The control CHECK_BOX needs two 'allowedValues': true and false, yes and no, on and off, "
                    + "or 1 and 0.",
            _ => parameter.AllowedValues is null ? null : $"The control {control} cannot be used with 'allowedValues'.",
        };
    }

    private static bool IsCheckBoxPair(IReadOnlyList<ExpressionValue>? values) =>
        values is { Count: 2 }
        && CheckBoxPairs.Any(
            pair => pair.All(word => values.Any(value => value.Text.Equals(word, StringComparison.OrdinalIgnoreCase))));

    /// <summary>A field that only some controls have, or null.</summary>
    private static Field? For(ObjectReader reader, string name, string control, string[] controls)
    {
        var field = reader[name];
        if (field is { } given && !controls.Contains(control, StringComparer.Ordinal))
        {
            var wanted = controls.Where(one => reader.Schema<WordSchema>("control").Words.Contains(one));
            given.Error(
                $"{name} belongs to the control {string.Join(" or ", wanted)}, and the control here is {control}.");
        }

        return field;
    }

    private static decimal? ReadDelta(Field field, ObjectReader reader)
    {
        var schema = reader.Schema<NumberSchema>("singleStepDelta");
        if (schema.IsWhole) return field.WholeNumber(schema);
        if (field.Node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var delta)
            && (!schema.IsAboveMin || delta > schema.Min))
        {
            return delta;
        }

        field.Error($"singleStepDelta must be a number{(schema.IsAboveMin ? " above 0" : "")}.");
        return null;
    }
}
