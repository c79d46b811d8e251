using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Logs;

/// <summary>What stands for the log of a task that its session's environments kept from starting.</summary>
internal static class EnvironmentLog
{
    /// <summary>Said of it, so that nobody takes it for the task's own.</summary>
    public const string Note = "the task did not start; its session's environments wrote this";

    /// <summary>The session whose log to show where the attempt's own is empty, or null.</summary>
    /// <param name="attempt">The attempt.</param>
    public static Guid? SessionOf(TaskAttempt attempt) =>
        attempt is { State: AttemptState.Failed, StartedAt: null } ? attempt.SessionId : null;
}
