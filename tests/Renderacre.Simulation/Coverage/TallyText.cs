using System.Globalization;
using System.Text;

namespace Renderacre.Simulation.Coverage;

/// <summary>A tally as tables.</summary>
internal static class TallyText
{
    public static string Of(Tally tally)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""

            {tally.Commands} commands ({tally.Requests} requests, {tally.Reports} reports), {tally.Commits} commits,
            {tally.Crashes} crashes, {tally.Farms} farms, {tally.Time.TotalDays:F0} days of farm time

            | fault | times |
            | --- | --- |

            """);
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {tally.Of(kind)} |\n");
        text.Append("\n| check | times |\n| --- | --- |\n");
        foreach ((string name, long count) in tally.Checks)
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {count} |\n");
        foreach (var subject in tally.Pairs.GroupBy(pair => pair.Key.Subject).OrderBy(each => each.Key))
        {
            var pairs = subject.ToDictionary(each => (each.Key.State, each.Key.Command), each => each.Value);
            Append(text, subject.Key, pairs);
        }

        return text.ToString();
    }

    private static void Append(
        StringBuilder text, string subject, Dictionary<(string State, string Command), long> pairs)
    {
        string[] states = [.. pairs.Keys.Select(pair => pair.State).Distinct().Order(StringComparer.Ordinal)];
        string[] commands = [.. pairs.Keys.Select(each => each.Command).Distinct().Order(StringComparer.Ordinal)];
        text.Append(CultureInfo.InvariantCulture, $"\n| {subject} | {string.Join(" | ", states)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- | {string.Join(" | ", states.Select(_ => "---"))} |\n");
        foreach (string command in commands)
        {
            IEnumerable<string> counts = states.Select(state =>
                pairs.GetValueOrDefault((state, command)).ToString(CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"| {command} | {string.Join(" | ", counts)} |\n");
        }

        IEnumerable<string> missing = commands.SelectMany(command => states
            .Where(state => !pairs.ContainsKey((state, command))).Select(state => $"{command} of {state}"));
        if (missing.Any())
            text.Append(CultureInfo.InvariantCulture, $"\nNot reached: {string.Join(", ", missing)}.\n");
    }
}
