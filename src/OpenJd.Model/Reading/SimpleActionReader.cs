using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads simple actions as the scripts that they stand for. Source: template schemas §8.</summary>
internal static class SimpleActionReader
{
    public static readonly ObjectSchema Schema = new(
        "A simple action",
        WithExpr("let", LetReader.Schema),
        Required("script", EmbeddedFileReader.Data with { What = "script" }),
        Optional("args", ActionReader.Args),
        Optional("timeout", ActionReader.Timeout),
        Optional("cancelation", CancelationReader.Schema));

    private static readonly Dictionary<string, (string Extension, string[] Before)> Interpreters =
        new(StringComparer.Ordinal)
        {
            ["bash"] = (".sh", []),
            ["cmd"] = (".bat", ["/C"]),
            ["node"] = (".js", []),
            ["powershell"] = (".ps1", ["-File"]),
            ["python"] = (".py", []),
        };

    /// <summary>The fields of a step that are simple actions; each names its interpreter.</summary>
    public static IReadOnlyCollection<string> Names => Interpreters.Keys;

    public static StepScriptTemplate? Read(Field field, string interpreter, ActionScopes scopes)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var scope = scopes.Host.Inner();
        var let = LetReader.Read(reader, scope);
        var script = reader["script"] is { } scriptField
            ? FormatReader.Read(scriptField, reader.Schema<TextSchema>("script"), scope, TargetTypes.Text)
            : null;
        var args = ActionReader.ReadArgs(reader, scope, takesTabs: false);
        var timeout = ActionReader.ReadTimeout(reader, scopes.Template);
        var cancelation = CancelationReader.Read(reader["cancelation"], scopes.Template);
        if (script is null) return null;
        var (extension, before) = Interpreters[interpreter];
        return new StepScriptTemplate
        {
            Let = let,
            OnRun = new ActionTemplate
            {
                Command = Text(interpreter, field),
                Args = [.. before.Append($"{{{{Task.File.{interpreter}}}}}").Select(arg => Text(arg, field)), .. args],
                Timeout = timeout,
                Cancelation = cancelation,
            },
            EmbeddedFiles =
            [
                new EmbeddedFileTemplate { Name = interpreter, Filename = interpreter + extension, Data = script },
            ],
        };
    }

    private static TemplateString Text(string text, Field field) => new(FormatString.Parse(text), field.Location);
}
