using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Storage.Queries;

/// <summary>Columns of jobs in the order in which they are read here.</summary>
internal static class JobColumns
{
    public const string State =
        "updated_at, updated_by, state, paused, ever_leased, priority, in_memory, "
        + "pending, leased, running, succeeded, failed, cancelled, archived";

    public const int StateCount = 14;

    public const string All = "id, name, owner, project, queue, tags, comment, submitted_at, " + State;

    private const int StateStart = 8;

    public static JobChanged ReadState(SqliteStatement row, int start, JobId job) => new(
        job, (JobState)row.Int(start + 2), row.Flag(start + 3), row.Flag(start + 4), row.Int(start + 5),
        ReadCounts(row, start + 7), row.Flag(start + 6))
    {
        At = new FarmTime(row.Long(start)),
        By = new Principal(row.Text(start + 1)),
        Archived = row.Flag(start + 13),
    };

    public static UnitCounts ReadCounts(SqliteStatement row, int start) => new(
        row.Long(start), row.Long(start + 1), row.Long(start + 2), row.Long(start + 3), row.Long(start + 4),
        row.Long(start + 5));

    /// <summary>Reads a job from <see cref="All"/>.</summary>
    public static JobRow Read(SqliteStatement row)
    {
        var state = ReadState(row, StateStart, new JobId(row.Long(0)));
        return new JobRow
        {
            Job = state.Job,
            Name = row.Text(1),
            Owner = row.TextOrNull(2),
            Project = row.TextOrNull(3),
            Queue = row.TextOrNull(4),
            Tags = StorageJson.ReadTexts(row.Text(5)),
            Comment = row.TextOrNull(6),
            SubmittedAt = new FarmTime(row.Long(7)),
            UpdatedAt = state.At,
            State = state.State,
            Paused = state.Paused,
            EverLeased = state.EverLeased,
            Priority = state.Priority,
            Counts = state.Counts,
            InMemory = state.InMemory,
            Archived = state.Archived,
        };
    }
}
