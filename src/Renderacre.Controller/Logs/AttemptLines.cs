using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Logs;
using Renderacre.Controller.Ids;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Time;
using Renderacre.Storage.Rows;
using LogLevel = Renderacre.Contracts.Logs.LogLevel;

namespace Renderacre.Controller.Logs;

/// <summary>
/// The lines of the log that an attempt's life gives by itself: leased, started, ended. They are made when they are
/// read, from what is stored of the attempt, and written nowhere.
/// </summary>
internal static class AttemptLines
{
    private const int Leased = 1;
    private const int Started = 2;
    private const int Ended = 3;

    /// <summary>An attempt's lines, oldest first.</summary>
    /// <param name="unit">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="taskName">The task's name.</param>
    public static IEnumerable<FarmLogEntry> Of(UnitRef unit, AttemptRow attempt, string taskName)
    {
        yield return Make(unit, attempt, Leased, attempt.LeasedAt, $"leased task: {taskName}");
        if (attempt.StartedAt is { } started)
            yield return Make(unit, attempt, Started, started, $"task started: {taskName}");
        if (attempt.EndedAt is not { } ended)
            yield break;
        yield return Make(unit, attempt, Ended, ended, $"task {WordOf(attempt.State)}: {taskName}{CodeOf(attempt)}");
    }

    private static string WordOf(AttemptState state) => state switch
    {
        AttemptState.Succeeded or AttemptState.Failed => "completed",
        AttemptState.Cancelled => "cancelled",
        AttemptState.Expired => "lost",
        AttemptState.Leased => "leased",
        AttemptState.Running => "started",
    };

    private static string CodeOf(AttemptRow attempt) => attempt.Result?.ExitCode is { } code
        ? string.Create(CultureInfo.InvariantCulture, $" (exit {code})")
        : "";

    private static FarmLogEntry Make(UnitRef unit, AttemptRow attempt, int moment, FarmTime at, string message) => new()
    {
        Id = new WireId(WireIdKind.AttemptLine, attempt.Attempt.Value, 0, moment).ToGuid(),
        Timestamp = at.ToUtc(),
        Level = LogLevel.Info,
        Source = LogSource.Controller,
        Message = message,
        JobId = unit.Job.ToGuid(),
        TaskId = unit.ToGuid(),
        AttemptId = attempt.Attempt.ToAttemptGuid(),
        WorkerId = attempt.Worker.ToGuid(),
    };
}
