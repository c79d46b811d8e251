using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>The controls of user interfaces, template schemas §2.1 to §2.16.</summary>
internal static class ControlRules
{
    public static Rule[] All { get; } =
    [
        .. Known("§2.1.7", "STRING", ["LINE_EDIT", "MULTILINE_EDIT", "HIDDEN"], "CHOOSE_DIRECTORY"),
        .. Known("§2.2.9", "PATH", [.. Choosers, "HIDDEN"], "LINE_EDIT"),
        .. Known("§2.3.7", "INT", ["SPIN_BOX", "HIDDEN"], "CHECK_BOX"),
        .. Known("§2.4.7", "FLOAT", ["SPIN_BOX", "HIDDEN"], "LINE_EDIT"),
        .. Known("§2.9.4", "BOOL", ["CHECK_BOX", "HIDDEN"], "DROPDOWN_LIST"),
        .. Known("§2.10.6", "RANGE_EXPR", ["LINE_EDIT", "HIDDEN"], "SPIN_BOX"),
        .. Known("§2.11.6", "LIST[STRING]", ["LINE_EDIT_LIST", "HIDDEN"], "LINE_EDIT"),
        .. Known("§2.12.8", "LIST[PATH]", [.. Choosers.Select(one => $"{one}_LIST"), "HIDDEN"], "CHOOSE_DIRECTORY"),
        .. Known("§2.13.6", "LIST[INT]", ["SPIN_BOX_LIST", "HIDDEN"], "SPIN_BOX"),
        .. Known("§2.14.6", "LIST[FLOAT]", ["SPIN_BOX_LIST", "HIDDEN"], "LINE_EDIT_LIST"),
        .. Known("§2.15.5", "LIST[BOOL]", ["CHECK_BOX_LIST", "HIDDEN"], "CHECK_BOX"),
        .. Known("§2.16.6", "LIST[LIST[INT]]", ["HIDDEN"], "SPIN_BOX_LIST"),
        .. WithoutAllowed("§2.2.9", "PATH", "/a", Choosers),
        .. WithoutAllowed("§2.3.7", "INT", "1", "SPIN_BOX"),
        .. WithoutAllowed("§2.4.7", "FLOAT", "1.5", "SPIN_BOX"),
        NeedsAllowed("§2.2.9", "PATH", "/a"),
        NeedsAllowed("§2.3.7", "INT", "1"),
        NeedsAllowed("§2.4.7", "FLOAT", "1.5"),
        .. Pairs.Select(pair => new Rule(
            $"§2.1.7 CHECK_BOX takes {pair}",
            CheckBox(pair),
            CheckBox($"{pair}, other"),
            "The control CHECK_BOX needs two 'allowedValues'")),
    ];

    private static string[] Choosers => ["CHOOSE_INPUT_FILE", "CHOOSE_OUTPUT_FILE", "CHOOSE_DIRECTORY"];

    private static string[] Pairs => ["'true', 'False'", "'yes', 'no'", "'ON', 'off'", "'1', '0'"];

    private static IEnumerable<Rule> Known(string section, string type, string[] controls, string other) =>
        controls.Select(control => new Rule(
            $"{section} {control} is a control of {type}",
            Control(type, control),
            Control(type, other),
            $"control cannot be '{other}'"));

    private static IEnumerable<Rule> WithoutAllowed(
        string section, string type, string value, params string[] controls) => controls.Select(control => new Rule(
            $"{section} {control} of {type} goes without allowed values",
            Control(type, control),
            Control(type, control, $", allowedValues: [{value}]"),
            $"The control {control} cannot be used with 'allowedValues'."));

    private static Rule NeedsAllowed(string section, string type, string value) => new(
        $"{section} DROPDOWN_LIST of {type} needs allowed values",
        Control(type, "DROPDOWN_LIST", $", allowedValues: [{value}]"),
        Control(type, "DROPDOWN_LIST"),
        "The control DROPDOWN_LIST needs 'allowedValues'.");

    private static string Control(string type, string control, string fields = "") =>
        Expr + Parameter($"type: '{type}', userInterface: {{control: {control}}}{fields}");

    private static string CheckBox(string values) =>
        Parameter($"type: STRING, allowedValues: [{values}], userInterface: {{control: CHECK_BOX}}");
}
