using System.Globalization;

namespace OpenJd.Sessions.Tests.Support;

/// <summary>What /proc says of a process.</summary>
internal static class ProcessFacts
{
    /// <summary>Whether the process is alive: there, and no zombie.</summary>
    public static bool IsAlive(int id) => State(id) is { } state && state != "Z" && state != "X";

    /// <summary>Whether the process is there at all, even if only to be reaped.</summary>
    public static bool Exists(int id) => State(id) is not null;

    public static int Number(string text) => int.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private static string? State(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[0];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
