using System.Text.Json;
using System.Text.Json.Nodes;
using Renderacre.Controller.Options;
using YamlDotNet.Core;

namespace Renderacre.Controller.Hooks;

/// <summary>Reads the hooks file, YAML or JSON. Commands come from there and from nowhere else.</summary>
internal static class HookFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="OptionsException">It cannot be read, or something in it is wrong; all is told.</exception>
    public static HookSettings Read(string path)
    {
        HookFileDocument document = ReadDocument(path);
        var faults = new List<string>();
        HookSettings settings = HookFileCheck.ToSettings(document, faults);
        return faults.Count == 0 ? settings : throw Fault(path, string.Join("; ", faults));
    }

    private static HookFileDocument ReadDocument(string path)
    {
        try
        {
            using StreamReader text = File.OpenText(path);
            JsonNode? root = YamlNodes.Read(text);
            return root.Deserialize(HookFileJson.Default.HookFileDocument) ?? new HookFileDocument();
        }
        catch (YamlException fault)
        {
            throw Fault(path, $"line {fault.Start.Line}, column {fault.Start.Column}: {fault.Message}");
        }
        catch (JsonException fault)
        {
            throw Fault(path, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, fault.Message);
        }
    }

    private static OptionsException Fault(string path, string message) =>
        new(OptionsException.StartFailure, $"hooks file '{path}': {message}");
}
