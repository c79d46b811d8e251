using OpenJd.Model.Tests.Support;
using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §3 to §3.2, §3.5 and §8.</summary>
internal static class StepRules
{
    public static Rule[] All { get; } =
    [
        new(
            "§3.1 steps differ in name",
            Steps("{name: A, S}, {name: B, S}"),
            Steps("{name: A, S}, {name: A, S}"),
            "The step name 'A' occurs twice."),
        new(
            "§3.1 a step's name has up to 64 characters",
            Steps($"{{name: {Many(64)}, S}}"),
            Steps($"{{name: {Many(65)}, S}}"),
            "A step's name has 65 characters; 64 are the most."),
        new(
            "§3.1 a step's name has up to 512 characters with FEATURE_BUNDLE_1",
            Bundle + Steps($"{{name: {Many(512)}, S}}"),
            Bundle + Steps($"{{name: {Many(513)}, S}}"),
            "A step's name has 513 characters; 512 are the most."),
        new(
            "§3.1 a step's name has no control characters",
            Steps("{name: a b, S}"),
            Steps("{name: \"a\\nb\", S}"),
            "U+000A"),
        new("§3.8 a step has a script", Steps("{name: A, S}"), Steps("{name: A}"), "A step needs the field 'script'."),
        new(
            "§3.3 let needs EXPR",
            Expr + Step("let: ['a = 1']"),
            Step("let: ['a = 1']"),
            "The field 'let' needs the extension EXPR"),
        new(
            "§3.4 dependencies are not empty",
            Steps("{name: A, S}, {name: B, dependencies: [{dependsOn: A}], S}"),
            Steps("{name: B, dependencies: [], S}"),
            "dependencies must have at least 1 element."),
        new(
            "§3.2 a dependency is a step",
            Steps("{name: A, S}, {name: B, dependencies: [{dependsOn: A}], S}"),
            Steps("{name: A, S}, {name: B, dependencies: [{dependsOn: C}], S}"),
            "There is no step 'C' to depend on."),
        new(
            "§3.2 a later step is a step too",
            Steps("{name: B, dependencies: [{dependsOn: A}], S}, {name: A, S}"),
            Steps("{name: B, dependencies: [{dependsOn: B}], S}"),
            "cannot depend on itself"),
        new(
            "§3.2 steps do not wait in a circle",
            Steps("{name: A, dependencies: [{dependsOn: B}], S}, {name: B, S}"),
            Steps("{name: A, dependencies: [{dependsOn: B}], S}, {name: B, dependencies: [{dependsOn: A}], S}"),
            "in a circle: A -> B -> A"),
        new(
            "§3.2 a dependency names a step",
            Steps("{name: A, S}, {name: B, dependencies: [{dependsOn: A}], S}"),
            Steps("{name: A, S}, {name: B, dependencies: [{}], S}"),
            "A dependency needs the field 'dependsOn'."),
        new(
            "§3.5 environments of a step differ in name",
            Step("stepEnvironments: [{name: A, variables: {V: v}}]"),
            Step("stepEnvironments: [{name: A, variables: {V: v}}, {name: A, variables: {V: v}}]"),
            "The environment name 'A' occurs twice."),
        new(
            "§3.5.2 a script has actions",
            Steps("{name: A, script: {actions: {onRun: {command: c}}}}"),
            Steps("{name: A, script: {}}"),
            "A step's script needs the field 'actions'."),
        new(
            "§3.5.1 actions have onRun",
            Steps("{name: A, script: {actions: {onRun: {command: c}}}}"),
            Steps("{name: A, script: {actions: {}}}"),
            "A step's actions object needs the field 'onRun'."),
        new(
            "§3.5.3 embedded files are not empty",
            File("data: x"),
            TemplateText.WithScript("actions: {onRun: {command: c}}\n    embeddedFiles: []"),
            "embeddedFiles must have at least 1 element."),
        new(
            "§8 simple actions need FEATURE_BUNDLE_1",
            Bundle + Simple("bash", "script: x"),
            Step("bash: {script: x}"),
            "The field 'bash' needs the extension FEATURE_BUNDLE_1"),
        new(
            "§8 a step has one script",
            Bundle + Simple("python", "script: x"),
            Bundle + Simple("python", "script: x}, node: {script: y"),
            "A step has one script, not node and python side by side."),
        new(
            "§8.2 a simple action has a script",
            Bundle + Simple("cmd", "script: x"),
            Bundle + Simple("cmd", "args: [a]"),
            "A simple action needs the field 'script'."),
        new(
            "§8.2 the script is not empty",
            Bundle + Simple("node", "script: x"),
            Bundle + Simple("node", "script: ''"),
            "script cannot be empty."),
        new(
            "§8.3 args are not empty",
            Bundle + Simple("powershell", "script: x, args: [a]"),
            Bundle + Simple("powershell", "script: x, args: []"),
            "args must have at least 1 element."),
        new(
            "§8.4 the timeout is above 0",
            Bundle + Simple("bash", "script: x, timeout: 1"),
            Bundle + Simple("bash", "script: x, timeout: 0"),
            "timeout cannot be 0"),
        new(
            "§8.1 let needs EXPR beside FEATURE_BUNDLE_1",
            Both + Simple("bash", "script: '{{a}}', let: ['a = 1']"),
            Bundle + Simple("bash", "script: x, let: ['a = 1']"),
            "The field 'let' needs the extension EXPR"),
        new(
            "§8 a simple action has no files of its own",
            Bundle + Simple("bash", "script: x"),
            Bundle + Simple("bash", "script: x, embeddedFiles: []"),
            "A simple action has no field 'embeddedFiles'."),
        new(
            "§3.1 a step's name is not empty",
            Steps("{name: A, S}"),
            Steps("{name: '', S}"),
            "A step's name cannot be empty."),
        new(
            "§3 a step has a name",
            Steps("{name: A, S}"),
            "specificationVersion: jobtemplate-2023-09\nname: J\nsteps: [{script: {actions: {onRun: {command: c}}}}]\n",
            "A step needs the field 'name'."),
        new(
            "§3.5.1 a step's actions are onRun alone",
            Steps("{name: A, S}"),
            Steps("{name: A, script: {actions: {onRun: {command: c}, onExit: {command: c}}}}"),
            "has no field 'onExit'"),
        new(
            "§3.5.1 let of a script needs EXPR",
            Expr + TemplateText.WithScript("let: ['a = 1']\n    actions: {onRun: {command: c}}"),
            TemplateText.WithScript("let: ['a = 1']\n    actions: {onRun: {command: c}}"),
            "The field 'let' needs the extension EXPR"),
        new(
            "§8.1 up to 50 bindings",
            Both + Bindings(50),
            Both + Bindings(51),
            "let has 51 elements; 50 are the most."),
        new(
            "§8.5 a simple action's cancelation has a known mode",
            Bundle + Simple("bash", "script: x, cancelation: {mode: TERMINATE}"),
            Bundle + Simple("bash", "script: x, cancelation: {mode: KILL}"),
            "mode cannot be 'KILL'"),
        new(
            "§8.5 a simple action's period is up to 600",
            Bundle + SimplePeriod(600),
            Bundle + SimplePeriod(601),
            "notifyPeriodInSeconds cannot be 601"),
    ];

    private static string Bindings(int count) =>
        Simple("bash", $"script: x, let: [{List(count, i => $"'a{i} = 1'")}]");

    private static string SimplePeriod(int seconds) => Simple(
        "bash", $"script: x, cancelation: {{mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: {seconds}}}");

    /// <summary>Steps in which S stands for a script.</summary>
    private static string Steps(string steps)
    {
        var written = steps.Replace(", S}", ", script: {actions: {onRun: {command: c}}}}", StringComparison.Ordinal);
        return $"{TemplateText.Head}steps: [{written}]\n";
    }
}
