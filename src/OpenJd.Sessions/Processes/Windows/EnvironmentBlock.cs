using System.Text;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>The environment as CreateProcess takes it: sorted entries, each ended by NUL, and one NUL more.</summary>
internal static class EnvironmentBlock
{
    public static string Build(ProcessSpec spec)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in spec.Variables)
            variables[name] = value;
        foreach (var (name, value) in spec.Marker.Variables)
            variables[name] = value;
        var block = new StringBuilder();
        foreach (var (name, value) in variables)
            block.Append(name).Append('=').Append(value).Append('\0');
        return block.Append('\0').ToString();
    }
}
