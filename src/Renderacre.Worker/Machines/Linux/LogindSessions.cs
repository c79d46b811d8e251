using System.Globalization;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>Reads what <c>loginctl</c> prints of the sessions of people who are logged in.</summary>
internal static class LogindSessions
{
    /// <summary>Ids of the sessions in a list of them, one a line, the id first.</summary>
    public static IEnumerable<string> Ids(string list) => list
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 2)[0]);

    /// <summary>How long nobody has used the machine.</summary>
    /// <param name="sessions">Properties of sessions, one a line; a blank line stands between two sessions.</param>
    /// <param name="now">The time.</param>
    /// <param name="displayIsKnown">Whether another source tells of X sessions, and better.</param>
    /// <returns>The time since the newest use; the greatest there is where nobody is logged in.</returns>
    public static TimeSpan IdleTime(string sessions, DateTimeOffset now, bool displayIsKnown) => sessions
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(Properties)
        .Where(session => IsPersons(session) && !(displayIsKnown && session.GetValueOrDefault("Type") == "x11"))
        .Select(session => IdleTime(session, now))
        .DefaultIfEmpty(TimeSpan.MaxValue)
        .Min();

    /// <summary>Not one that shows the log-in screen, runs services, copies files from afar, or is ending.</summary>
    private static bool IsPersons(Dictionary<string, string> session) =>
        session.GetValueOrDefault("Class") is null or "user" or "user-early" or "user-incomplete"
        && session.GetValueOrDefault("State") != "closing"
        && session.GetValueOrDefault("Type") is "x11" or "wayland" or "mir" or "tty";

    /// <summary>
    /// A desktop says when it is idle, and since when; of a terminal the moment is that of the last key, whatever it
    /// says.
    /// </summary>
    private static TimeSpan IdleTime(Dictionary<string, string> session, DateTimeOffset now)
    {
        bool tells = session.GetValueOrDefault("IdleHint") == "yes" || session.GetValueOrDefault("Type") == "tty";
        bool known = long.TryParse(
            session.GetValueOrDefault("IdleSinceHint"), NumberStyles.None, CultureInfo.InvariantCulture,
            out long microseconds);
        if (!tells || !known || microseconds == 0)
            return TimeSpan.Zero;
        TimeSpan idle = now - DateTimeOffset.UnixEpoch - TimeSpan.FromMicroseconds(microseconds);
        return idle < TimeSpan.Zero ? TimeSpan.Zero : idle;
    }

    private static Dictionary<string, string> Properties(string session)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in session.Split('\n', StringSplitOptions.TrimEntries))
        {
            int at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                properties[line[..at]] = line[(at + 1)..];
        }

        return properties;
    }
}
