using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Jobs;

/// <summary>Reads what jobs a request's query asks for.</summary>
internal static class JobQuery
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly Dictionary<string, JobState> States = new(StringComparer.Ordinal)
    {
        ["queued"] = JobState.Queued,
        ["running"] = JobState.Running,
        ["paused"] = JobState.Paused,
        ["succeeded"] = JobState.Succeeded,
        ["failed"] = JobState.Failed,
        ["cancelled"] = JobState.Cancelled,
    };

    /// <summary>Reads a query.</summary>
    /// <param name="given">What the query has.</param>
    /// <param name="now">The time that ages count from.</param>
    /// <exception cref="RefusedException">400 with everything that is wrong, each by its parameter.</exception>
    public static JobSearch Read(JobConditions given, FarmTime now)
    {
        var faults = new FaultList();
        var search = new JobSearch
        {
            States = ReadStates(given.State ?? [], faults),
            Owner = ReadText(given.Owner),
            Project = ReadText(given.Project),
            Queue = ReadText(given.Queue),
            Tag = ReadText(given.Tag),
            Text = ReadText(given.Text),
            SubmittedFrom = ReadAge("age", given.Age, now, faults),
            SubmittedUntil = ReadAge("older", given.Older, now, faults),
            Archived = ReadArchived(given.Archived, faults),
        };
        faults.ThrowIfAny("query");
        return search;
    }

    private static string? ReadText(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static HashSet<JobState>? ReadStates(string[] values, FaultList faults)
    {
        string[] names = [.. values.SelectMany(value => value.Split(',', Trimmed))];
        foreach (string unknown in names.Where(name => !States.ContainsKey(name)))
            faults.Add("state", $"'{unknown}' is unknown; {string.Join(", ", States.Keys)} are wanted");
        return names.Length == 0 ? null : [.. names.Where(States.ContainsKey).Select(name => States[name])];
    }

    private static FarmTime? ReadAge(string name, string? value, FarmTime now, FaultList faults)
    {
        if (ReadText(value) is not { } text)
            return null;
        if (AgeOf(text) is { } age && age.TotalMicroseconds < now.Microseconds)
            return now.Plus(-age);
        faults.Add(name, $"'{text}' is no age; a whole number and s, m, h, d or w such as 90m or 7d is wanted");
        return null;
    }

    private static TimeSpan? AgeOf(string text)
    {
        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        return int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? unit * count
            : null;
    }

    private static bool? ReadArchived(string? value, FaultList faults)
    {
        switch (value)
        {
            case null or "" or "false":
                return false;
            case "true":
                return true;
            case "all":
                return null;
            default:
                faults.Add("archived", $"'{value}' is unknown; true, false or all is wanted");
                return false;
        }
    }
}
