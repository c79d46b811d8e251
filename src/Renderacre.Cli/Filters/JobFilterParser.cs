using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Filters;

/// <summary>
/// Reads conditions such as <c>state=failed,cancelled</c>, <c>owner=ada</c> or <c>age&lt;2d</c>. Of the values after an
/// equals sign any one will do.
/// </summary>
internal static class JobFilterParser
{
    /// <summary>What may stand in a condition, for help and errors.</summary>
    public const string Grammar =
        "state=…, owner=…, project=…, queue=…, tag=…, text=… (any of several values, parted by commas), "
        + "age<LENGTH or age>LENGTH (such as 90s, 15m, 6h, 2d, 1w)";

    private static readonly Dictionary<string, Func<Job, IEnumerable<string?>>> Fields = new(StringComparer.Ordinal)
    {
        ["state"] = job => [Cell.Word(job.State)],
        ["owner"] = job => [job.Owner],
        ["project"] = job => [job.Project],
        ["queue"] = job => [job.Queue],
        ["tag"] = job => job.Tags,
    };

    /// <summary>Reads one condition.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static JobFilter Parse(string text)
    {
        var at = text.IndexOfAny(['=', '<', '>']);
        var (name, rest) = at > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : ("", "");
        if (rest.Length == 0)
            throw Wrong(text, Grammar);
        if (name == "age" && text[at] != '=')
            return Age(text, text[at] == '<', rest);
        if (text[at] != '=')
            throw Wrong(text, Grammar);
        var values = rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return name switch
        {
            "text" => Text(values),
            "state" => Field(name, [.. values.Select(value => State(text, value))]),
            _ when Fields.ContainsKey(name) => Field(name, values),
            _ => throw Wrong(text, Grammar),
        };
    }

    // Of states the controller takes several, of all else one.
    private static JobFilter Field(string name, string[] values) => new(
        values.Length == 1 || name == "state" ? $"{name}={Uri.EscapeDataString(string.Join(',', values))}" : null,
        (job, _) => Fields[name](job).Any(one => values.Contains(one, StringComparer.Ordinal)));

    private static JobFilter Text(string[] values) => new(
        values.Length == 1 ? $"text={Uri.EscapeDataString(values[0])}" : null,
        (job, _) => values.Any(value => Texts(job).Any(
            one => one?.Contains(value, StringComparison.OrdinalIgnoreCase) == true)));

    private static IEnumerable<string?> Texts(Job job) => [job.Name, job.Comment];

    private static JobFilter Age(string text, bool younger, string length)
    {
        var bound = Duration.Parse(length)
            ?? throw Wrong(text, "a length such as 90s, 15m, 6h, 2d or 1w");
        var query = $"{(younger ? "age" : "older")}={length}";
        return new JobFilter(query, (job, now) => younger ? now - job.CreatedAt < bound : now - job.CreatedAt > bound);
    }

    private static string State(string text, string value)
    {
        var states = Enum.GetValues<JobState>().Select(Cell.Word).ToList();
        return states.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? value.ToLowerInvariant()
            : throw Wrong(text, $"a state of {string.Join(", ", states)}");
    }

    private static CliException Wrong(string text, string wanted) =>
        CliException.Usage($"--where '{text}': {wanted} is wanted");
}
