using System.CommandLine;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre cancel</c>: cancels jobs.</summary>
internal static class CancelCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host) => JobActionCommand.Create(
        host,
        new CommandWithExample(
            "cancel", "Cancels jobs: their running tasks are ended, the others do not start.",
            "renderacre cancel 3f9a01bc", "renderacre cancel 3f9a01bc 77d2e405 --output json"),
        (client, job, _, token) => client.CancelJobAsync(job, token));
}
