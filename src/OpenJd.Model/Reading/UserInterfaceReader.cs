using System.Globalization;
using System.Text.RegularExpressions;
using OpenJd.Expressions.Values;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads user interface hints. Source: template schemas §2.1 to §2.8.</summary>
internal static partial class UserInterfaceReader
{
    private const int MaxFilters = 20;
    private const int MaxPatternLength = 20;
    private const string DropDown = "DROPDOWN_LIST";
    private static readonly string[] CommonFields = ["control", "label", "groupLabel"];

    private static readonly ObjectSchema[] Schemas =
    [
        new("The userInterface of a STRING parameter", CommonFields),
        new("The userInterface of a PATH parameter", [.. CommonFields, "fileFilters", "fileFilterDefault"]),
        new("The userInterface of an INT parameter", [.. CommonFields, "singleStepDelta"]),
        new("The userInterface of a FLOAT parameter", [.. CommonFields, "decimals", "singleStepDelta"]),
    ];

    private static readonly string[][] Controls =
    [
        ["LINE_EDIT", "MULTILINE_EDIT", DropDown, "CHECK_BOX", "HIDDEN"],
        ["CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE", "CHOOSE_DIRECTORY", DropDown, "HIDDEN"],
        ["SPIN_BOX", DropDown, "HIDDEN"],
        ["SPIN_BOX", DropDown, "HIDDEN"],
    ];

    private static readonly string[][] CheckBoxPairs = [["TRUE", "FALSE"], ["YES", "NO"], ["ON", "OFF"], ["1", "0"]];

    private static readonly ObjectSchema FilterSchema = new("A file filter", ["label", "patterns"]);

    public static UserInterfaceHints? Read(Field field, JobParameterDefinition parameter)
    {
        if (ObjectReader.TryCreate(field, Schemas[(int)parameter.Type]) is not { } reader) return null;
        var given = reader.Optional("control");
        var control = given?.OneOf("control", Controls[(int)parameter.Type]) ?? DefaultControl(parameter);
        if (given is { } controlField && ControlFault(control, parameter) is { } fault) controlField.Error(fault);
        return new UserInterfaceHints
        {
            Control = control,
            Label = reader.Optional("label") is { } label ? TextRules.ReadName(label, "A label") : null,
            GroupLabel = reader.Optional("groupLabel") is { } group ? TextRules.ReadName(group, "A group label") : null,
            SingleStepDelta = ReadDelta(For(reader, "singleStepDelta", control, "SPIN_BOX"), parameter.Type),
            Decimals = For(reader, "decimals", control, "SPIN_BOX")?.WholeNumber("decimals", 0),
            FileFilters = ReadFilters(For(reader, "fileFilters", control, "CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE")),
            FileFilterDefault = For(
                reader, "fileFilterDefault", control, "CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE") is { } filter
                ? ReadFilter(filter)
                : null,
        };
    }

    private static string DefaultControl(JobParameterDefinition parameter)
    {
        if (parameter.AllowedValues is not null) return DropDown;
        return parameter.Type switch
        {
            JobParameterType.String => "LINE_EDIT",
            JobParameterType.Path when parameter.ObjectType != "FILE" => "CHOOSE_DIRECTORY",
            JobParameterType.Path => parameter.DataFlow == "OUT" ? "CHOOSE_OUTPUT_FILE" : "CHOOSE_INPUT_FILE",
            _ => "SPIN_BOX",
        };
    }

    private static string? ControlFault(string control, JobParameterDefinition parameter) => control switch
    {
        "HIDDEN" => null,
        DropDown => parameter.AllowedValues is null ? $"The control {DropDown} needs 'allowedValues'." : null,
        "CHECK_BOX" => IsCheckBoxPair(parameter.AllowedValues)
            ? null
            : "The control CHECK_BOX needs two 'allowedValues': true and false, yes and no, on and off, or 1 and 0.",
        _ => parameter.AllowedValues is null ? null : $"The control {control} cannot be used with 'allowedValues'.",
    };

    private static bool IsCheckBoxPair(IReadOnlyList<ExpressionValue>? values) =>
        values is { Count: 2 }
        && CheckBoxPairs.Any(
            pair => pair.All(word => values.Any(value => value.Text.Equals(word, StringComparison.OrdinalIgnoreCase))));

    /// <summary>A field that only some controls have, or null.</summary>
    private static Field? For(ObjectReader reader, string name, string control, params string[] controls)
    {
        var field = reader.Optional(name);
        if (field is { } given && !controls.Contains(control, StringComparer.Ordinal))
        {
            given.Error(
                $"{name} belongs to the control {string.Join(" or ", controls)}, and the control here is {control}.");
        }

        return field;
    }

    private static decimal? ReadDelta(Field? field, JobParameterType type)
    {
        if (field is not { } value) return null;
        if (type == JobParameterType.Int) return value.WholeNumber("singleStepDelta", 1);
        if (value.Node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var delta)
            && delta > 0)
        {
            return delta;
        }

        value.Error("singleStepDelta must be a number above 0.");
        return null;
    }

    private static IReadOnlyList<FileFilter> ReadFilters(Field? field) =>
        [.. (field?.Items("fileFilters", 1, MaxFilters) ?? []).Select(ReadFilter).OfType<FileFilter>()];

    private static FileFilter? ReadFilter(Field field)
    {
        if (ObjectReader.TryCreate(field, FilterSchema) is not { } reader) return null;
        var label = reader.Required("label") is { } labelField ? TextRules.ReadName(labelField, "A label") : null;
        var patterns = (reader.Required("patterns")?.Items("patterns") ?? [])
            .Select(ReadPattern)
            .OfType<string>()
            .ToList();
        return label is null ? null : new FileFilter(label, patterns);
    }

    private static string? ReadPattern(Field field)
    {
        if (field.Text("A pattern") is not { } pattern) return null;
        var fault = TextRules.LengthFault("A pattern", pattern, 1, MaxPatternLength);
        if (fault is null && !Pattern().IsMatch(pattern))
        {
            fault =
                $"The pattern '{pattern}' must be '*', '*.*' or '*.' and a file extension without special characters.";
        }

        if (fault is not null) field.Error(fault);
        return pattern;
    }

    [GeneratedRegex("""^\*(\.(\*|[^\p{Cc}\\/*?\[\]#%&{}<>$!'":@`|=]+))?\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
