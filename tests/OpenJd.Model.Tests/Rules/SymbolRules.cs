using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §4.3.1 and §7.3, expression language §1.3.2.</summary>
internal static class SymbolRules
{
    public static Rule[] All { get; } =
    [
        new("§7.3 braces pair", Arg("{{Param.I}}"), Arg("{{Param.I"), "is not closed"),
        new(
            "§7.3 without EXPR only names stand in braces",
            Expr + Arg("{{Param.I + 1}}"),
            Arg("{{Param.I + 1}}"),
            "needs the EXPR extension"),
        new("§7.3.1 parameters are known", Arg("{{RawParam.I}}"), Arg("{{Param.J}}"), "'Param.J' is not known here."),
        new("§7.3.1 a path is known on the host", Arg("{{Param.P}}"), RangeOf("{{Param.P}}"), "use RawParam.P here"),
        new(
            "§7.3.1 a raw path is known before",
            RangeOf("{{RawParam.P}}"),
            RangeOf("{{Session.WorkingDirectory}}"),
            "Session names can be used"),
        new(
            "§7.3.1 task parameters are known in the script",
            TaskArg("{{Task.Param.T}}"),
            TaskArg("{{Task.Param.U}}"),
            "'Task.Param.U' is not known here."),
        new(
            "§7.3.1 task parameters are not known in environments",
            Environment("variables: {V: '{{Session.HasPathMappingRules}}'}"),
            Environment("variables: {V: '{{Task.Param.T}}'}"),
            "Task names are known in the script"),
        new(
            "§7.3.1 a step's files are known in its script",
            File("data: '{{Task.File.F}}'"),
            File("data: '{{Task.File.G}}'"),
            "'Task.File.G' is not known here."),
        new(
            "§7.3.1 an environment's files are not known elsewhere",
            File("data: '{{Task.File.F}}'"),
            File("data: '{{Env.File.F}}'"),
            "Env.File names are known in the script of the environment"),
        new(
            "§7.3.1 Job.Name needs EXPR",
            Expr + Arg("{{Job.Name}}"),
            Arg("{{Job.Name}}"),
            "Job.Name needs the extension EXPR."),
        new(
            "§7.3.1 Step.Name needs EXPR",
            Expr + Arg("{{Step.Name}}"),
            Arg("{{Step.Name}}"),
            "Step.Name needs the extension EXPR."),
        new(
            "§7.3.1 Job.Name is not known in the job's name",
            Expr + Named("{{ 'a' }}"),
            Expr + Named("{{Job.Name}}"),
            "'Job.Name' is not known here."),
        new(
            "§7.3.1 Step.Name is not known to the job's environments",
            Expr + Environment("variables: {V: '{{Job.Name}}'}"),
            Expr + Environment("variables: {V: '{{Step.Name}}'}"),
            "'Step.Name' is not known here."),
        new(
            "§1.3.2 an argument may be a list or null",
            Expr + Arg("{{ ['a'] if Param.I > 1 else null }}"),
            Expr + Arg("{{ ['a', null] }}"),
            "in ' ['a', null] '"),
        new("§1.3.2 a command is a text", Expr + Command("{{ Param.I }}"), Expr + Command("{{ [1] }}"), "in ' [1] '"),
        new(
            "§1.2.1 properties are those of the type",
            Expr + Arg("{{ Param.P.name }}"),
            Expr + Arg("{{ Param.I.name }}"),
            "in ' Param.I.name '"),
        new(
            "§1.1 an expression has a value at all",
            Expr + Arg("{{ 4 // 2 }}"),
            Expr + Arg("{{ 4 // 0 }}"),
            "in ' 4 // 0 '"),
        new(
            "§4.3.1 hooks see the wrapped action",
            Hook("{{WrappedAction.Command}}"),
            Hook("{{WrappedAction.Name}}"),
            "'WrappedAction.Name' is not known here."),
        new(
            "§4.3.1 onWrapTaskRun sees the step",
            Hook("{{WrappedStep.Name}}"),
            Hook("{{WrappedEnv.Name}}"),
            "WrappedEnv.Name is known in onWrapEnvEnter and onWrapEnvExit."),
        new(
            "§4 other actions see no wrapped action",
            Wrap + EnvironmentActions("onEnter: {command: c}"),
            Wrap + EnvironmentActions("onEnter: {command: '{{WrappedAction.Command}}'}"),
            "WrappedAction names are known in"),
        new(
            "§7.3.1 a path is not known in the job's name",
            Title("{{RawParam.P}}"),
            Title("{{Param.P}}"),
            "use RawParam.P here"),
        new(
            "§7.3.1 no session is known in the job's name",
            Title("{{Param.S}}"),
            Title("{{Session.WorkingDirectory}}"),
            "Session names can be used"),
        new(
            "§7.3.1 raw task parameters are known in the script",
            TaskArg("{{Task.RawParam.T}}"),
            TaskArg("{{Task.RawParam.U}}"),
            "'Task.RawParam.U' is not known here."),
        new(
            "§7.3.1 an environment's files are known in its script",
            EnvironmentFile("{{Env.File.F}}"),
            EnvironmentFile("{{Task.File.F}}"),
            "Task names are known in the script"),
        new(
            "§7.3.1 Session has three names",
            Arg("{{Session.PathMappingRulesFile}}"),
            Arg("{{Session.Id}}"),
            "'Session.Id' is not known here."),
        new(
            "§7.3.1 Step.Name is known in the step's requirements",
            Expr + Requirement("{{Step.Name}}"),
            Expr + Requirement("{{Task.Param.T}}"),
            "Task"),
        new(
            "§4.3.1 onWrapEnvEnter sees the environment",
            EnterHook("{{WrappedEnv.Name}}"),
            EnterHook("{{WrappedStep.Name}}"),
            "WrappedStep.Name is known in onWrapTaskRun."),
    ];

    private static string Arg(string text) => ActionWithParameters($"args: [\"{text}\"]");

    private static string Command(string text) =>
        ActionWithParameters("args: [a]").Replace("command: run", $"command: \"{text}\"", StringComparison.Ordinal);

    private static string Named(string name) => Field("description: d").Replace(
        "name: J\n", $"name: \"{name}\"\n", StringComparison.Ordinal);

    private static string Title(string name) => StepWithParameters("description: d").Replace(
        "name: J\n", $"name: \"{name}\"\n", StringComparison.Ordinal);

    private static string EnvironmentFile(string command) => Environment(
        $"script: {{actions: {{onEnter: {{command: \"{command}\"}}}}, "
            + "embeddedFiles: [{name: F, type: TEXT, data: x}]}");

    private static string Requirement(string text) =>
        Step($"hostRequirements: {{attributes: [{{name: attr.a, anyOf: [\"{text}\"]}}]}}");

    private static string EnterHook(string command) => Wrap + EnvironmentActions(
        $"onWrapEnvEnter: {{command: \"{command}\"}}, onWrapEnvExit: {{command: c}}, onWrapTaskRun: {{command: c}}");

    private static string RangeOf(string text) => StepWithParameters(
        $"parameterSpace: {{taskParameterDefinitions: [{{name: T, type: STRING, range: [\"{text}\"]}}]}}");

    private static string TaskArg(string text) =>
        Task("type: INT, range: [1]").Replace("command: run", $"command: \"{text}\"", StringComparison.Ordinal);

    private static string Hook(string command) => Wrap + EnvironmentActions(
        "onWrapEnvEnter: {command: c}, onWrapEnvExit: {command: c}, "
            + $"onWrapTaskRun: {{command: \"{command}\"}}");
}
