using System.CommandLine;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre pause</c> and <c>renderacre resume</c>.</summary>
internal static class PauseCommand
{
    /// <summary>Lays out <c>pause</c>.</summary>
    public static Command CreatePause(CliHost host) => JobActionCommand.Create(
        host,
        new CommandWithExample(
            "pause", "Holds jobs back: what runs goes on, nothing else of them starts.",
            "renderacre pause 3f9a01bc"),
        (client, job, _, token) => client.PauseJobAsync(job, token));

    /// <summary>Lays out <c>resume</c>.</summary>
    public static Command CreateResume(CliHost host) => JobActionCommand.Create(
        host,
        new CommandWithExample("resume", "Lets paused jobs go on.", "renderacre resume 3f9a01bc 77d2e405"),
        (client, job, _, token) => client.ResumeJobAsync(job, token));
}
