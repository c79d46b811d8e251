using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §4.</summary>
internal static class EnvironmentRules
{
    private const string Hooks =
        "onWrapEnvEnter: {command: c}, onWrapTaskRun: {command: c}, onWrapEnvExit: {command: c}";

    public static Rule[] All { get; } =
    [
        new(
            "§4.5 an environment has a script or variables",
            Environment("variables: {V: v}"),
            Environment("description: d"),
            "An environment needs 'script' or 'variables'."),
        new(
            "§4.1 a name has up to 64 characters",
            Named(64),
            Named(65),
            "An environment's name has 65 characters; 64 are the most."),
        new(
            "§4.1 a name has up to 512 characters with FEATURE_BUNDLE_1",
            Bundle + Named(512),
            Bundle + Named(513),
            "An environment's name has 513 characters; 512 are the most."),
        new(
            "§4.2 a script has actions",
            EnvironmentActions("onEnter: {command: c}"),
            Environment("script: {}"),
            "An environment's script needs the field 'actions'."),
        new(
            "§4.3 actions have onEnter or onExit",
            EnvironmentActions("onExit: {command: c}"),
            EnvironmentActions(""),
            "needs 'onEnter' or 'onExit'"),
        new(
            "§4.3 hooks need WRAP_ACTIONS",
            Wrap + EnvironmentActions(Hooks),
            EnvironmentActions("onEnter: {command: c}, onWrapTaskRun: {command: c}"),
            "The field 'onWrapTaskRun' needs the extension WRAP_ACTIONS"),
        new(
            "§4.3 hooks come all together",
            Wrap + EnvironmentActions(Hooks),
            Wrap + EnvironmentActions("onWrapEnvEnter: {command: c}, onWrapTaskRun: {command: c}"),
            "onWrapEnvExit is missing"),
        new(
            "§4.3 one environment wraps",
            Wrap + Two(Hooks, "onEnter: {command: c}"),
            Wrap + Two(Hooks, Hooks),
            "Only one environment of a session may have wrap hooks"),
        new(
            "§4.3 WRAP_ACTIONS needs EXPR",
            Wrap + Field("description: d"),
            Field("extensions: [WRAP_ACTIONS]"),
            "The extension WRAP_ACTIONS needs EXPR too."),
        new(
            "§4.4 variables are not empty",
            Environment("variables: {V: v}"),
            Environment("variables: {}"),
            "variables must have at least 1 element."),
        new(
            "§4.4.1 a variable's name has up to 256 characters",
            Environment($"variables: {{{Many(256)}: v}}"),
            Environment($"variables: {{{Many(257)}: v}}"),
            "A variable's name has 257 characters; 256 are the most."),
        new(
            "§4.4.1 a variable's name begins with no digit",
            Environment("variables: {_1: v}"),
            Environment("variables: {1a: v}"),
            "cannot begin with a digit"),
        new(
            "§4.4.2 a variable's value has up to 2048 characters",
            Environment($"variables: {{V: {Many(2048)}}}"),
            Environment($"variables: {{V: {Many(2049)}}}"),
            "A variable's value has 2049 characters; 2048 are the most."),
        new(
            "§4.4 a value is text",
            Environment("variables: {V: '5'}"),
            Environment("variables: {V: 5}"),
            "A variable's value must be text"),
        new(
            "§4.1 a name is not empty",
            Named(1),
            Field("jobEnvironments: [{name: '', variables: {V: v}}]"),
            "An environment's name cannot be empty."),
        new(
            "§4.1 a name has no control characters",
            Named(1),
            Field("jobEnvironments: [{name: \"a\\tb\", variables: {V: v}}]"),
            "An environment's name cannot hold the control character U+0009."),
        new(
            "§4 an environment has a name",
            Named(1),
            Field("jobEnvironments: [{variables: {V: v}}]"),
            "An environment needs the field 'name'."),
        new(
            "§4.2.1 let needs EXPR",
            Expr + Environment("script: {let: ['a = 1'], actions: {onEnter: {command: c}}}"),
            Environment("script: {let: ['a = 1'], actions: {onEnter: {command: c}}}"),
            "The field 'let' needs the extension EXPR"),
        new(
            "§4.2.3 embedded files are not empty",
            Environment("script: {actions: {onEnter: {command: c}}, embeddedFiles: [{name: F, type: TEXT, data: x}]}"),
            Environment("script: {actions: {onEnter: {command: c}}, embeddedFiles: []}"),
            "embeddedFiles must have at least 1 element."),
        new(
            "§4.3 hooks alone are enough",
            Wrap + EnvironmentActions(Hooks),
            Wrap + EnvironmentActions(""),
            "needs 'onEnter' or 'onExit'"),
        new(
            "§4.3 an environment template may wrap",
            EnvironmentTemplate($"{Wrap}environment: {{name: E, script: {{actions: {{{Hooks}}}}}}}"),
            EnvironmentTemplate(
                $"{Expr}environment: {{name: E, script: {{actions: {{onExit: {{command: c}}, "
                    + "onWrapTaskRun: {command: c}}}}"),
            "The field 'onWrapTaskRun' needs the extension WRAP_ACTIONS"),
        new(
            "§4.4.1 a variable's name is not empty",
            Environment("variables: {_: v}"),
            Environment("variables: {'': v}"),
            "A variable's name cannot be empty."),
        new(
            "§4.4.1 a variable's name has letters, digits and underscores",
            Environment("variables: {A_1: v}"),
            Environment("variables: {A-1: v}"),
            "A variable's name"),
        new(
            "§4.4.2 a variable's value may be empty",
            Environment("variables: {V: ''}"),
            Environment("variables: {V: [v]}"),
            "A variable's value must be text"),
    ];

    private static string Named(int length) =>
        Field($"jobEnvironments: [{{name: {Many(length)}, variables: {{V: v}}}}]");

    private static string Two(string first, string second) => Field(
        $"jobEnvironments: [{{name: A, script: {{actions: {{{first}}}}}}}, "
            + $"{{name: B, script: {{actions: {{{second}}}}}}}]");
}
