using Renderacre.Contracts.Jobs;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>
/// A search as conditions on jobs. Only what is asked for stands in the text, so that SQLite picks an index by it; each
/// value has a parameter of its own.
/// </summary>
internal static class JobConditions
{
    private const int FirstParameter = 4;

    private static readonly (Func<JobSearch, bool> Asked, string Sql, Action<JobSearch, SqliteStatement, int> Bind)[]
        Conditions =
    [
        (s => s.States is not null, "(?{0} >> state) & 1 = 1", (s, row, at) => row.Set(at, BitsOf(s.States!))),
        (s => s.States?.Count == 1, "state = ?{0}", (s, row, at) => row.Set(at, (long)s.States!.First())),
        (s => s.Owner is not null, "owner = ?{0}", (s, row, at) => row.Set(at, s.Owner)),
        (s => s.Project is not null, "project = ?{0}", (s, row, at) => row.Set(at, s.Project)),
        (s => s.Queue is not null, "queue = ?{0}", (s, row, at) => row.Set(at, s.Queue)),
        (s => s.Tag is not null, "id IN (SELECT job FROM job_tag WHERE tag = ?{0})",
            (s, row, at) => row.Set(at, s.Tag)),
        (s => s.Text is not null, @"(name LIKE ?{0} ESCAPE '\' OR comment LIKE ?{0} ESCAPE '\')",
            (s, row, at) => row.Set(at, PatternOf(s.Text!))),
        (s => s.SubmittedFrom is not null, "submitted_at >= ?{0}",
            (s, row, at) => row.Set(at, s.SubmittedFrom?.Microseconds)),
        (s => s.SubmittedUntil is not null, "submitted_at <= ?{0}",
            (s, row, at) => row.Set(at, s.SubmittedUntil?.Microseconds)),
        (s => s.Archived is not null, "archived = ?{0}", (s, row, at) => row.Set(at, s.Archived == true)),
    ];

    /// <summary>The conditions, each after an AND.</summary>
    public static string Of(JobSearch search) => string.Concat(
        Conditions.Index().Where(entry => entry.Item.Asked(search))
            .Select(entry => " AND " + entry.Item.Sql.Replace("{0}", $"{entry.Index + FirstParameter}")));

    /// <summary>Sets the parameters.</summary>
    public static void Bind(JobSearch search, SqliteStatement statement)
    {
        foreach (var (place, condition) in Conditions.Index().Where(entry => entry.Item.Asked(search)))
            condition.Bind(search, statement, place + FirstParameter);
    }

    private static long BitsOf(IEnumerable<JobState> states) =>
        states.Aggregate(0L, (bits, state) => bits | 1L << (int)state);

    private static string PatternOf(string text)
    {
        var literal = text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        return $"%{literal}%";
    }
}
