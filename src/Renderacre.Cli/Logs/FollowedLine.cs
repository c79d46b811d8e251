namespace Renderacre.Cli.Logs;

/// <summary>A line of a log, as followed logs are written in JSON.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="TaskName">The task's name.</param>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Attempt">The attempt's number, from 1.</param>
/// <param name="Line">The line without its end.</param>
internal sealed record FollowedLine(Guid TaskId, string TaskName, Guid AttemptId, int Attempt, string Line);
