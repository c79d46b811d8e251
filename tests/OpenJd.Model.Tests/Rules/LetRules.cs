using OpenJd.Model.Tests.Support;
using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §3.6.</summary>
internal static class LetRules
{
    public static Rule[] All { get; } =
    [
        new("§3.6 let is not empty", Let("'a = 1'"), Let(""), "let must have at least 1 element."),
        new(
            "§3.6 up to 50 bindings",
            Let(List(50, i => $"'a{i} = 1'")),
            Let(List(51, i => $"'a{i} = 1'")),
            "let has 51 elements; 50 are the most."),
        new(
            "§3.6.1 a name begins with a small letter or underscore",
            Let("'_A = 1'"),
            Let("'A = 1'"),
            "must be a name that begins with a small letter"),
        new(
            "§3.6.1 a name has up to 512 characters",
            Let($"'{Many(512)} = 1'"),
            Let($"'{Many(513)} = 1'"),
            "name has 513 characters; 512 are the most."),
        new("§3.6.1 a binding has an expression", Let("\"a\\t=\\t1\""), Let("'a ='"), "cannot be read"),
        new("§3.6.1 a binding is no comparison", Let("'a = 1 == 1'"), Let("'a == 1'"), "must be a name"),
        new("§3.6.1 a binding is text", Let("'a = 1'"), Let("5"), "A let binding must be text"),
        new(
            "§3.6 a name is bound once",
            Let("'a = 1', 'b = a'"),
            Let("'a = 1', 'a = 2'"),
            "The name 'a' is bound already"),
        new(
            "§3.6 later bindings see earlier ones",
            Let("'a = 1', 'b = a + 1'"),
            Let("'b = a + 1', 'a = 1'"),
            "'a' is not known here"),
        new(
            "§3.6 a script's binding does not shadow its step's",
            Both + Nested("b = 1"),
            Both + Nested("a = 2"),
            "The name 'a' is bound already"),
        new(
            "§3.6 an environment's binding does not shadow its step's",
            Expr + InEnvironment("b = a"),
            Expr + InEnvironment("a = 2"),
            "The name 'a' is bound already"),
        new("§3.6.1 types are checked", Let("'a = 1 + 1.5'"), Let("\"a = 1 + 'x'\""), "in '1 + 'x''"),
        new("§3.6.1 values are checked", Let("'a = [1, 2][1]'"), Let("'a = [1, 2][2]'"), "in '[1, 2][2]'"),
        new(
            "§3.6.2 a step's bindings see no session",
            Expr + StepWithParameters("let: ['a = Param.I']"),
            Expr + StepWithParameters("let: ['a = Session.WorkingDirectory']"),
            "Session names can be used in scripts and environments only."),
        new(
            "§3.6.2 a step's bindings see raw paths",
            Expr + StepWithParameters("let: ['a = RawParam.P']"),
            Expr + StepWithParameters("let: ['a = Param.P']"),
            "use RawParam.P here"),
        new(
            "§3.6.2 bindings of other steps are not seen",
            Expr + OtherStep("1"),
            Expr + OtherStep("a"),
            "'a' is not known here"),
        new(
            "§3.6.2 an environment's bindings do not reach its variables",
            Expr + Environment("variables: {V: x}, script: {let: ['a = 1'], actions: {onEnter: {command: '{{a}}'}}}"),
            Expr + Environment("variables: {V: '{{a}}'}, script: {let: ['a = 1'], actions: {onEnter: {command: c}}}"),
            "'a' is not known here"),
        new(
            "§3.6.2 Step.Name is not known to an environment's bindings",
            Expr + StepEnvironment("Job.Name"),
            Expr + StepEnvironment("Step.Name"),
            "'Step.Name' is not known here"),
    ];

    private static string Let(string bindings) => Expr + Step($"let: [{bindings}]");

    private static string Nested(string binding) =>
        $"{TemplateText.Head}steps: [{{name: S, let: ['a = 1'], bash: {{let: ['{binding}'], script: x}}}}]\n";

    private static string InEnvironment(string binding) => Step(
        "let: ['a = 1']\n  stepEnvironments: "
            + $"[{{name: E, script: {{let: ['{binding}'], actions: {{onEnter: {{command: c}}}}}}}}]");

    private static string StepEnvironment(string name) => Step(
        $"stepEnvironments: [{{name: E, script: {{let: ['a = {name}'], actions: {{onEnter: {{command: c}}}}}}}}]");

    private static string OtherStep(string binding) => Step(
        $"let: ['a = 1']\n- {{name: T, let: ['b = {binding}'], script: {{actions: {{onRun: {{command: c}}}}}}}}");
}
