using System.CommandLine;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre archive</c>: puts jobs that have ended away.</summary>
internal static class ArchiveCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var undo = new Option<bool>("--undo") { Description = "Take them back out" };
        var command = new CommandWithExample(
            "archive", "Puts jobs that have ended away: lists leave them out, but nothing of them is lost.",
            "renderacre archive 3f9a01bc", "renderacre archive 3f9a01bc --undo")
        {
            undo,
        };
        return JobActionCommand.Create(
            host, command,
            (client, job, parsed, token) => client.ArchiveJobAsync(job, !parsed.GetValue(undo), token),
            (Job job) => job.Archived ? "is archived" : "is not archived");
    }
}
