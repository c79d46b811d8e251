using System.Globalization;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads actions and embedded files. Source: template schemas §5 and §6.</summary>
internal static class ScriptReader
{
    private const int MaxNotifyPeriodSeconds = 600;
    private static readonly ObjectSchema ActionSchema = new("An action", ["command", "args", "timeout", "cancelation"]);
    private static readonly ObjectSchema CancelationSchema = new("A cancelation", ["mode", "notifyPeriodInSeconds"]);

    private static readonly ObjectSchema FileSchema = new(
        "An embedded file", ["name", "type", "filename", "runnable", "data"])
    {
        ExtensionFields = new Dictionary<string, string> { ["endOfLine"] = ExtensionNames.FeatureBundle1 },
    };

    public static ActionTemplate? ReadAction(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, ActionSchema) is not { } reader) return null;
        var command = reader.Required("command") is { } commandField ? ReadCommand(commandField, scope) : null;
        var args = (reader.Optional("args")?.Items("args") ?? []).Select(arg => ReadArg(arg, scope)).ToList();
        var timeout = reader.Optional("timeout") is { } seconds ? ReadSeconds(seconds, "timeout", long.MaxValue) : null;
        var cancelation = reader.Optional("cancelation") is { } method ? ReadCancelation(method) : null;
        return command is null ? null : new ActionTemplate
        {
            Command = command,
            Args = [.. args.OfType<TemplateString>()],
            Timeout = timeout,
            Cancelation = cancelation,
        };
    }

    /// <summary>
    /// Reads embedded files. Their names are needed before their contents are checked, as files may refer to each
    /// other:
    /// so names come first and <paramref name="scope"/> is asked for with them.
    /// </summary>
    public static IReadOnlyList<EmbeddedFileTemplate> ReadFiles(
        Field? field, string prefix, SymbolScope outer, out SymbolScope scope)
    {
        var readers = (field?.Items("embeddedFiles") ?? [])
            .Select(item => ObjectReader.TryCreate(item, FileSchema))
            .OfType<ObjectReader>()
            .ToList();
        var names = readers.Select(ReadFileName).ToList();
        var inner = scope = outer.With(names.Where(name => name.Length > 0).Select(name => prefix + name));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (reader, name) in readers.Zip(names))
        {
            if (name.Length > 0 && !seen.Add(name)) reader.Error($"The embedded file name '{name}' occurs twice.");
        }

        return
        [
            .. readers.Zip(names, (reader, name) => ReadFile(reader, name, inner)).OfType<EmbeddedFileTemplate>(),
        ];
    }

    private static string ReadFileName(ObjectReader reader) =>
        reader.Required("name") is { } name ? TextRules.ReadIdentifier(name, "An embedded file's name") ?? "" : "";

    private static EmbeddedFileTemplate? ReadFile(ObjectReader reader, string name, SymbolScope scope)
    {
        reader.Required("type")?.OneOf("An embedded file's type", ["TEXT"]);
        var data = reader.Required("data") is { } field ? TextRules.ReadFormat(field, "data", scope) : null;
        if (data is { Text.Length: 0 }) reader.Errors.Add(data.Location, "data cannot be empty.");
        return data is null ? null : new EmbeddedFileTemplate
        {
            Name = name,
            Filename = reader.Optional("filename") is { } filename ? ReadFilename(filename) : null,
            Runnable = reader.Optional("runnable")?.Boolean("runnable") ?? false,
            Data = data,
        };
    }

    /// <summary>
    /// Source: template schemas §6.1.1, which allows what the host allows: hosts differ even on control characters, and
    /// none takes NUL. A name with any host's separator would lead out of the session's directory on that host.
    /// </summary>
    private static string? ReadFilename(Field field)
    {
        if (field.Text("filename") is not { } filename) return null;
        var fault = TextRules.LengthFault("filename", filename, 1, TextRules.MaxNameLength);
        if (fault is null && (filename.AsSpan().ContainsAny('/', '\\', '\0') || filename is "." or ".."))
            fault = $"filename '{filename}' must be a plain file name without a directory.";
        if (fault is not null) field.Error(fault);
        return filename;
    }

    private static TemplateString? ReadCommand(Field field, SymbolScope scope)
    {
        var command = TextRules.ReadFormat(field, "command", scope);
        if (command is null) return null;
        var fault = command.Text.Length == 0
            ? "command cannot be empty."
            : TextRules.ControlFault("command", command.Text);
        if (fault is not null) field.Error(fault);
        return command;
    }

    /// <summary>
    /// The text of §5.2 bars all control characters, yet the official suite passes whole programs as arguments,
    /// so line ends are let through.
    /// </summary>
    private static TemplateString? ReadArg(Field field, SymbolScope scope)
    {
        var arg = TextRules.ReadFormat(field, "An argument", scope);
        if (arg is not null && TextRules.ControlFault("An argument", arg.Text, "\n\r") is { } fault) field.Error(fault);
        return arg;
    }

    private static CancelationMethodTemplate? ReadCancelation(Field field)
    {
        if (ObjectReader.TryCreate(field, CancelationSchema) is not { } reader) return null;
        var modeField = reader.Required("mode");
        var mode = modeField?.OneOf("mode", ["TERMINATE", "NOTIFY_THEN_TERMINATE"]);
        var period = reader.Optional("notifyPeriodInSeconds");
        if (mode == "TERMINATE" && period is { } unexpected)
            unexpected.Error("notifyPeriodInSeconds belongs to the mode NOTIFY_THEN_TERMINATE.");
        var seconds = period is { } given
            ? ReadSeconds(given, "notifyPeriodInSeconds", MaxNotifyPeriodSeconds)
            : null;
        return mode is null || modeField is not { } at
            ? null
            : new CancelationMethodTemplate(new TemplateString(FormatString.Parse(mode), at.Location), seconds);
    }

    private static TemplateString? ReadSeconds(Field field, string what, long max) =>
        field.NumberWithoutFraction(what, 1, max) is { } seconds
            ? new TemplateString(
                FormatString.Parse(seconds.ToString(CultureInfo.InvariantCulture)), field.Location)
            : null;
}
