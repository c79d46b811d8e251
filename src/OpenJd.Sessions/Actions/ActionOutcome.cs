using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Actions;

/// <summary>What came of an action.</summary>
public sealed record ActionOutcome
{
    /// <summary>The outcome of an action that there is none of.</summary>
    public static readonly ActionOutcome NothingToRun = new() { State = ActionState.Succeeded };

    /// <summary>How it ended.</summary>
    public required ActionState State { get; init; }

    /// <summary>
    /// The exit code, a negated signal number on POSIX (see <see cref="Processes.ProcessExit"/>); null where no process
    /// ran or its end could not be had.
    /// </summary>
    public int? ExitCode { get; init; }

    /// <summary>The message of <c>openjd_fail</c>, the last one where there were several; or null.</summary>
    public string? FailMessage { get; init; }

    /// <summary>
    /// What went wrong beside the action itself: why it could not start, or what could not be cleared away.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>The end of standard output, at most <see cref="Output.OutputTail.BytesMax"/> bytes.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The end of standard error, at most <see cref="Output.OutputTail.BytesMax"/> bytes.</summary>
    public string StderrTail { get; init; } = "";

    /// <summary>What its processes used; null where none ran or the system does not tell.</summary>
    public ProcessUsage? Usage { get; init; }

    /// <summary>The outcome of an action that was not started.</summary>
    /// <param name="message">Why.</param>
    public static ActionOutcome NotStarted(string message) =>
        new() { State = ActionState.CouldNotStart, Message = message };
}
