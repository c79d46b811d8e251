using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads the script of a step. Source: template schemas §3.5.</summary>
internal static class StepScriptReader
{
    private static readonly ObjectSchema ActionsSchema = new(
        "A step's actions object", Required("onRun", ActionReader.Schema));

    public static readonly ObjectSchema Schema = new(
        "A step's script",
        WithExpr("let", LetReader.Schema),
        Required("actions", ActionsSchema),
        Optional("embeddedFiles", EmbeddedFileReader.Schema));

    public static StepScriptTemplate? Read(Field field, ActionScopes scopes)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var scope = scopes.Host.Inner();
        var files = EmbeddedFileReader.ReadNames(reader, "Task.File.", scope);
        var let = LetReader.Read(reader, scope);
        var embedded = files.Read(scope);
        var actions = reader["actions"] is { } actionsField
            ? ObjectReader.TryCreate(actionsField, ActionsSchema)
            : null;
        var onRun = actions?["onRun"] is { } onRunField
            ? ActionReader.Read(onRunField, scopes with { Host = scope })
            : null;
        return onRun is null ? null : new StepScriptTemplate { Let = let, OnRun = onRun, EmbeddedFiles = embedded };
    }
}
