using OpenJd.Model.Jobs;

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

    public static ActionDefinition? ReadAction(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, ActionSchema) is not { } reader) return null;
        var command = reader.Required("command") is { } commandField ? ReadCommand(commandField, scope) : null;
        var args = reader.Optional("args")?.Items("args").Select(arg => ReadArg(arg, scope)).ToList();
        return new ActionDefinition
        {
            Command = command ?? "",
            Args = args ?? [],
            TimeoutSeconds = reader.Optional("timeout")?.NumberWithoutFraction("timeout", 1),
            Cancelation = reader.Optional("cancelation") is { } cancelation ? ReadCancelation(cancelation) : null,
        };
    }

    /// <summary>
    /// Reads embedded files. Their names are needed before their contents are checked, as files may refer to each
    /// other:
    /// so names come first and <paramref name="scope"/> is asked for with them.
    /// </summary>
    public static IReadOnlyList<EmbeddedFile> ReadFiles(
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

        return [.. readers.Zip(names, (reader, name) => ReadFile(reader, name, inner))];
    }

    private static string ReadFileName(ObjectReader reader) =>
        reader.Required("name") is { } name ? TextRules.ReadIdentifier(name, "An embedded file's name") ?? "" : "";

    private static EmbeddedFile ReadFile(ObjectReader reader, string name, SymbolScope scope)
    {
        reader.Required("type")?.OneOf("An embedded file's type", ["TEXT"]);
        var data = reader.Required("data") is { } field ? TextRules.ReadFormat(field, "data", scope) : null;
        if (data is { Text.Length: 0 }) reader.Errors.Add(data.Location, "data cannot be empty.");
        return new EmbeddedFile
        {
            Name = name,
            Filename = reader.Optional("filename") is { } filename ? ReadFilename(filename) : null,
            Runnable = reader.Optional("runnable")?.Boolean("runnable") ?? false,
            Data = data?.Text ?? "",
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

    private static string? ReadCommand(Field field, SymbolScope scope)
    {
        var command = TextRules.ReadFormat(field, "command", scope);
        if (command is null) return null;
        var fault = command.Text.Length == 0
            ? "command cannot be empty."
            : TextRules.ControlFault("command", command.Text);
        if (fault is not null) field.Error(fault);
        return command.Text;
    }

    /// <summary>
    /// The text of §5.2 bars all control characters, yet the official suite passes whole programs as arguments,
    /// so line ends are let through.
    /// </summary>
    private static string ReadArg(Field field, SymbolScope scope)
    {
        var arg = TextRules.ReadFormat(field, "An argument", scope);
        if (arg is not null && TextRules.ControlFault("An argument", arg.Text, "\n\r") is { } fault) field.Error(fault);
        return arg?.Text ?? "";
    }

    private static CancelationMethod? ReadCancelation(Field field)
    {
        if (ObjectReader.TryCreate(field, CancelationSchema) is not { } reader) return null;
        var mode = reader.Required("mode")?.OneOf("mode", ["TERMINATE", "NOTIFY_THEN_TERMINATE"]);
        var period = reader.Optional("notifyPeriodInSeconds");
        if (mode == "TERMINATE" && period is { } unexpected)
            unexpected.Error("notifyPeriodInSeconds belongs to the mode NOTIFY_THEN_TERMINATE.");
        var seconds = period?.NumberWithoutFraction("notifyPeriodInSeconds", 1, MaxNotifyPeriodSeconds);
        return mode == "NOTIFY_THEN_TERMINATE"
            ? new CancelationMethod(CancelationMode.NotifyThenTerminate, (int?)seconds)
            : new CancelationMethod(CancelationMode.Terminate, null);
    }
}
