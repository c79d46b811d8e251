using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads actions. Source: template schemas §5.</summary>
internal static class ActionReader
{
    public static readonly NumberSchema Timeout = new("timeout", 1) { Text = NumberText.WithFeatureBundle1 };

    /// <summary>Source: template schemas §5.2, and "Enabling the Extension" of the expression language.</summary>
    public static readonly ListSchema Args = new(
        "args", new TextSchema("An argument", 0) { Controls = "\n\r\t", IsFormat = true });

    public static readonly ObjectSchema Schema = new(
        "An action",
        Required("command", new TextSchema("command", 1) { Controls = "", IsFormat = true }),
        Optional("args", Args),
        Optional("timeout", Timeout),
        Optional("cancelation", CancelationReader.Schema));

    /// <summary>
    /// The text of §5.2 bars all control characters, yet the official suite passes whole programs as arguments without
    /// EXPR, so line ends are always let through. The expression language lets tabs through too, in actions only.
    /// </summary>
    private static readonly TextSchema ArgWithoutTabs = (TextSchema)Args.Item with { Controls = "\n\r" };

    public static ActionTemplate? Read(Field field, ActionScopes scopes)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var command = reader["command"] is { } commandField
            ? FormatReader.Read(commandField, reader.Schema<TextSchema>("command"), scopes.Host, TargetTypes.Text)
            : null;
        var args = ReadArgs(reader, scopes.Host, takesTabs: reader.Context.HasExpr);
        var timeout = ReadTimeout(reader, scopes.Template);
        var cancelation = CancelationReader.Read(reader["cancelation"], scopes.Template);
        return command is null ? null : new ActionTemplate
        {
            Command = command,
            Args = args,
            Timeout = timeout,
            Cancelation = cancelation,
        };
    }

    /// <summary>The arguments of an action or a simple action.</summary>
    public static List<TemplateString> ReadArgs(ObjectReader reader, SymbolScope scope, bool takesTabs)
    {
        var schema = takesTabs ? (TextSchema)Args.Item : ArgWithoutTabs;
        var args = new List<TemplateString>();
        foreach (var item in reader.Items("args"))
        {
            if (FormatReader.Read(item, schema, scope, TargetTypes.Argument) is { } arg) args.Add(arg);
        }

        return args;
    }

    /// <summary>The timeout of an action or a simple action.</summary>
    public static TemplateString? ReadTimeout(ObjectReader reader, SymbolScope scope) =>
        reader["timeout"] is { } field
            ? FormatReader.ReadWholeNumber(field, Timeout, scope, TargetTypes.OptionalWholeNumber)
            : null;
}
