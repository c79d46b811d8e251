using OpenJd.Expressions.Types;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads the script of an environment. Source: template schemas §4.2 and §4.3.</summary>
internal static class EnvironmentScriptReader
{
    private static readonly ObjectSchema ActionsSchema = new(
        "An environment's actions object",
        Optional("onEnter", ActionReader.Schema),
        WithWrapActions("onWrapEnvEnter", ActionReader.Schema),
        WithWrapActions("onWrapTaskRun", ActionReader.Schema),
        WithWrapActions("onWrapEnvExit", ActionReader.Schema),
        Optional("onExit", ActionReader.Schema))
    {
        AtLeastOne = ["onEnter", "onExit", "onWrapEnvEnter", "onWrapTaskRun", "onWrapEnvExit"],
    };

    public static readonly ObjectSchema Schema = new(
        "An environment's script",
        WithExpr("let", LetReader.Schema),
        Required("actions", ActionsSchema),
        Optional("embeddedFiles", EmbeddedFileReader.Schema));

    private static readonly string[] Hooks = ["onWrapEnvEnter", "onWrapTaskRun", "onWrapEnvExit"];

    public static EnvironmentScriptTemplate? Read(Field field, ActionScopes scopes, bool withStepName)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var scope = scopes.Host.Inner();
        var files = EmbeddedFileReader.ReadNames(reader, "Env.File.", scope);
        var let = LetReader.Read(reader, scope);
        // The step's name is known to the actions and files of a step's environment, yet not to its bindings (§3.6.2).
        if (withStepName) scope.Add("Step.Name", ExpressionType.String);
        var embedded = files.Read(scope);
        if (reader["actions"] is not { } actionsField
            || ObjectReader.TryCreate(actionsField, ActionsSchema) is not { } actions)
        {
            return null;
        }

        CheckActions(actions);
        var inScript = scopes with { Host = scope };
        return new EnvironmentScriptTemplate
        {
            Let = let,
            OnEnter = ReadAction(actions, "onEnter", inScript),
            OnWrapEnvEnter = ReadHook(actions, "onWrapEnvEnter", "WrappedEnv.Name", inScript),
            OnWrapTaskRun = ReadHook(actions, "onWrapTaskRun", "WrappedStep.Name", inScript),
            OnWrapEnvExit = ReadHook(actions, "onWrapEnvExit", "WrappedEnv.Name", inScript),
            OnExit = ReadAction(actions, "onExit", inScript),
            EmbeddedFiles = embedded,
        };
    }

    private static void CheckActions(ObjectReader actions)
    {
        var missing = Hooks.Where(name => actions[name] is null).ToList();
        if (missing.Count is > 0 and < 3)
            actions.Error($"Wrap hooks come all three together: {string.Join(" and ", missing)} is missing.");
    }

    private static ActionTemplate? ReadAction(ObjectReader actions, string name, ActionScopes scopes) =>
        actions[name] is { } field ? ActionReader.Read(field, scopes) : null;

    private static ActionTemplate? ReadHook(ObjectReader actions, string name, string wrapped, ActionScopes scopes) =>
        actions[name] is { } field ? ActionReader.Read(field, scopes.InHook(wrapped)) : null;
}
