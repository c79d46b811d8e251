using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Renderacre.Worker.Options;

/// <summary>
/// Reads the worker's config file: a YAML mapping of known keys to scalars, and of <c>labels</c> to a mapping.
/// </summary>
internal static class ConfigFile
{
    /// <summary>The keys there are.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "controller", "name", "labels", "slots", "gpu_devices", "gpu_shares", "storage_profile",
        "path_mapping_rules", "poll_seconds",
        "lease_renew_seconds", "data_dir", "reattach_seconds", "run_as", "on_silence", "work_hours",
        "when_idle", "on_rest",
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The scalars by key, and the labels.</returns>
    /// <exception cref="WorkerException">It cannot be read, or holds something else.</exception>
    public static (Dictionary<string, string> Values, Dictionary<string, string> Labels) Read(string path)
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
            throw new WorkerException(1, $"config file '{path}': {fault.Message}");
        }
    }

    private static (Dictionary<string, string>, Dictionary<string, string>) ReadMapping(string path, Parser parser)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return (values, labels);
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            if (!Keys.Contains(key.Value))
                throw Fault(path, key.Start, $"unknown key '{key.Value}'; known are {string.Join(", ", Keys)}");
            bool fresh = key.Value == "labels"
                ? ReadLabels(parser, labels)
                : values.TryAdd(key.Value, parser.Consume<Scalar>().Value);
            if (!fresh)
                throw Fault(path, key.Start, $"key '{key.Value}' is given twice");
        }

        return (values, labels);
    }

    private static bool ReadLabels(Parser parser, Dictionary<string, string> labels)
    {
        if (labels.Count > 0)
            return false;
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
            labels[parser.Consume<Scalar>().Value] = parser.Consume<Scalar>().Value;
        return true;
    }

    private static WorkerException Fault(string path, Mark at, string message) =>
        new(1, $"config file '{path}', line {at.Line}, column {at.Column}: {message}");
}
