using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Renderacre.Controller.Options;

/// <summary>Reads the controller's config file: a flat YAML mapping of known keys to scalars.</summary>
internal static class ConfigFile
{
    /// <summary>The keys there are.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "bind", "storage", "sqlite_path", "lease_seconds", "dashboard_dir", "log_dir", "insecure", "allow_origin",
        "artifact_root", "share_between", "sick_after", "sick_window_seconds", "sick_pause_seconds", "hooks",
    ];

    private static readonly string[] ListKeys = ["allow_origin", "artifact_root"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The values by key, as text; a list as its items, a line each.</returns>
    /// <exception cref="OptionsException">It cannot be read, or holds something else.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        try
        {
            using StreamReader text = File.OpenText(path);
            return ReadMapping(path, new Parser(text));
        }
        catch (YamlException fault)
        {
            throw Fault(path, fault.Start, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException(OptionsException.StartFailure, $"config file '{path}': {fault.Message}");
        }
    }

    private static Dictionary<string, string> ReadMapping(string path, Parser parser)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return values;
        parser.Consume<DocumentStart>();
        if (!parser.TryConsume<MappingStart>(out _))
            throw Fault(path, parser.Current!.Start, "a mapping of keys to values is wanted"); // A node follows.
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            if (!Keys.Contains(key.Value))
                throw Fault(path, key.Start, $"unknown key '{key.Value}'; known are {string.Join(", ", Keys)}");
            if (!values.TryAdd(key.Value, ReadValue(path, key.Value, parser)))
                throw Fault(path, key.Start, $"key '{key.Value}' is given twice");
        }
        return values;
    }

    private static string ReadValue(string path, string key, Parser parser)
    {
        if (parser.TryConsume<Scalar>(out Scalar? scalar))
            return scalar.Value;
        if (!ListKeys.Contains(key) || !parser.TryConsume<SequenceStart>(out _))
            throw Fault(path, parser.Current!.Start, $"'{key}' wants a single value"); // A mapping's key has a value.
        var items = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(parser.Consume<Scalar>().Value);
        return string.Join('\n', items);
    }

    private static OptionsException Fault(string path, Mark at, string message) =>
        new(OptionsException.StartFailure, $"config file '{path}', line {at.Line}, column {at.Column}: {message}");
}
