using OpenJd.Model.Tests.Support;
using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §5 and §6.</summary>
internal static class ActionRules
{
    public static Rule[] All { get; } =
    [
        new(
            "§5.1 an action has a command",
            Action("args: [a]"),
            TemplateText.WithAction("{args: [a]}"),
            "An action needs the field 'command'."),
        new(
            "§5.1 a command is not empty",
            TemplateText.WithAction("{command: c}"),
            TemplateText.WithAction("{command: ''}"),
            "command cannot be empty."),
        new(
            "§5.1 a command has no control characters",
            TemplateText.WithAction("{command: c}"),
            TemplateText.WithAction("{command: \"a\\nb\"}"),
            "command cannot hold the control character U+000A."),
        new("§5.2 args are not empty", Action("args: ['']"), Action("args: []"), "args must have at least 1 element."),
        new(
            "§5.2 an argument has no control characters but line ends",
            Action("args: [\"a\\nb\"]"),
            Action("args: [\"a\\tb\"]"),
            "An argument cannot hold the control character U+0009."),
        new(
            "§5.2 an argument may have tabs with EXPR",
            Expr + Action("args: [\"a\\tb\"]"),
            Expr + Action("args: [\"a\\u0001b\"]"),
            "U+0001"),
        new("§5.3 a timeout is above 0", Action("timeout: 1"), Action("timeout: 0"), "timeout cannot be 0"),
        new(
            "§5.3 a timeout as text needs FEATURE_BUNDLE_1",
            Bundle + Action("timeout: '1'"),
            Action("timeout: '1'"),
            "needs the extension FEATURE_BUNDLE_1"),
        new(
            "§5.3 a timeout as text is a number",
            Bundle + Action("timeout: '1'"),
            Bundle + Action("timeout: '1.5'"),
            "timeout cannot be 1.5"),
        new(
            "§5.3 a timeout may be an expression",
            Both + Action("timeout: '{{ 1 + 1 }}'"),
            Both + Action("timeout: '{{ 1 - 1 }}'"),
            "timeout cannot be 0"),
        new(
            "§5.3 a timeout may be null",
            Both + Action("timeout: '{{ null }}'"),
            Both + Action("timeout: '{{ [1] }}'"),
            "in ' [1] '"),
        new(
            "§5.3 a timeout is resolved with the job",
            Bundle + ActionWithParameters("timeout: '{{Param.I}}'"),
            Bundle + ActionWithParameters("timeout: '{{Session.WorkingDirectory}}'"),
            "Session names can be used"),
        new(
            "§5.3 a cancelation has a mode",
            Action("cancelation: {mode: TERMINATE}"),
            Action("cancelation: {}"),
            "A cancelation needs the field 'mode'."),
        new(
            "§5.3 modes are known",
            Action("cancelation: {mode: NOTIFY_THEN_TERMINATE}"),
            Action("cancelation: {mode: KILL}"),
            "mode cannot be 'KILL'"),
        new(
            "§5.3 a mode as format string needs FEATURE_BUNDLE_1",
            Bundle + ActionWithParameters("cancelation: {mode: '{{Param.S}}'}"),
            ActionWithParameters("cancelation: {mode: '{{Param.S}}'}"),
            "needs the extension FEATURE_BUNDLE_1"),
        new(
            "§5.3.1 TERMINATE has no period",
            Action("cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 1}"),
            Action("cancelation: {mode: TERMINATE, notifyPeriodInSeconds: 1}"),
            "belongs to the mode NOTIFY_THEN_TERMINATE"),
        new("§5.3.2 a period is up to 600", Period("600"), Period("601"), "notifyPeriodInSeconds cannot be 601"),
        new("§5.3.2 a period is above 0", Period("1"), Period("0"), "notifyPeriodInSeconds cannot be 0"),
        new(
            "§5.3.2 a period as text needs FEATURE_BUNDLE_1",
            Bundle + Period("'600'"),
            Period("'600'"),
            "needs the extension FEATURE_BUNDLE_1"),
        new(
            "§5.3.2 a period as text is bounded too",
            Bundle + Period("'600'"),
            Bundle + Period("'601'"),
            "notifyPeriodInSeconds cannot be 601"),
        new(
            "§6.1 a file's type is TEXT",
            File("data: x"),
            File("data: x").Replace("type: TEXT", "type: BIN", StringComparison.Ordinal),
            "An embedded file's type cannot be 'BIN'"),
        new(
            "§6.1 files differ in name",
            File("data: x}, {name: G, type: TEXT, data: y"),
            File("data: x}, {name: F, type: TEXT, data: y"),
            "The embedded file name 'F' occurs twice."),
        new(
            "§6.1 runnable is a truth value",
            File("data: x, runnable: true"),
            File("data: x, runnable: 1"),
            "runnable must be true or false"),
        new(
            "§6.1 endOfLine needs FEATURE_BUNDLE_1",
            Bundle + File("data: x, endOfLine: CRLF"),
            File("data: x, endOfLine: CRLF"),
            "The field 'endOfLine' needs the extension FEATURE_BUNDLE_1"),
        new(
            "§6.1 endOfLine is one of three",
            Bundle + File("data: x, endOfLine: AUTO"),
            Bundle + File("data: x, endOfLine: CR"),
            "endOfLine cannot be 'CR'"),
        new(
            "§6.1.1 a file name has up to 64 characters",
            File($"data: x, filename: {Many(64)}"),
            File($"data: x, filename: {Many(65)}"),
            "filename has 65 characters; 64 are the most."),
        new(
            "§6.1.1 a file name has up to 256 characters with FEATURE_BUNDLE_1",
            Bundle + File($"data: x, filename: {Many(256)}"),
            Bundle + File($"data: x, filename: {Many(257)}"),
            "filename has 257 characters; 256 are the most."),
        new(
            "§6.1.1 a file name has no directory",
            File("data: x, filename: a.txt"),
            File("data: x, filename: a/b.txt"),
            "must be a plain file name without a directory"),
        new("§6.1.2 data is not empty", File("data: ' '"), File("data: ''"), "data cannot be empty."),
        new(
            "§5 an action has no other fields",
            Action("args: [a]"),
            Action("env: [a]"),
            "has no field 'env'"),
        new(
            "§5 a timeout is a whole number",
            Action("timeout: 2"),
            Action("timeout: 1.5"),
            "timeout"),
        new(
            "§5.3.2 a period is a whole number",
            Period("2"),
            Period("1.5"),
            "notifyPeriodInSeconds"),
        new(
            "§5.3.2 a period may be null",
            Both + Period("'{{ null }}'"),
            Both + Period("'{{ 600 + 1 }}'"),
            "notifyPeriodInSeconds cannot be 601"),
        new(
            "§5.3 a mode may be null",
            Both + Action("cancelation: {mode: '{{ null }}'}"),
            Both + Action("cancelation: {mode: '{{ [1] }}'}"),
            "in ' [1] '"),
        new(
            "§6.1 a file has a name",
            File("data: x"),
            Files("{type: TEXT, data: x}"),
            "An embedded file needs the field 'name'."),
        new(
            "§6.1 a file has a type",
            File("data: x"),
            Files("{name: F, data: x}"),
            "An embedded file needs the field 'type'."),
        new(
            "§6.1 a file has data",
            File("data: x"),
            Files("{name: F, type: TEXT}"),
            "An embedded file needs the field 'data'."),
        new(
            "§6.1 a file's name is an identifier",
            Files("{name: _1, type: TEXT, data: x}"),
            Files("{name: 1_, type: TEXT, data: x}"),
            "cannot begin with a digit"),
        new(
            "§6.1.1 a file name is not empty",
            File("data: x, filename: f"),
            File("data: x, filename: ''"),
            "filename cannot be empty."),
    ];

    private static string Files(string files) =>
        TemplateText.WithScript($"actions: {{onRun: {{command: run}}}}\n    embeddedFiles: [{files}]");

    private static string Period(string seconds) =>
        Action($"cancelation: {{mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: {seconds}}}");
}
