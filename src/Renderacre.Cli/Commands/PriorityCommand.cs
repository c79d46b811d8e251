using System.CommandLine;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre priority</c>: gives jobs another priority.</summary>
internal static class PriorityCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var priority = new Option<int>("--to")
        {
            Description = "The new priority; higher goes first",
            HelpName = "N",
            Required = true,
        };
        var command = new CommandWithExample(
            "priority", "Gives jobs another priority, in whatever state they are.",
            "renderacre priority 3f9a01bc --to 80", "renderacre priority 3f9a01bc 77d2e405 --to=-10")
        {
            priority,
        };
        return JobActionCommand.Create(
            host, command,
            (client, job, parsed, token) => client.SetPriorityAsync(job, parsed.GetValue(priority), token),
            (Job job) => $"has priority {job.Priority}");
    }
}
