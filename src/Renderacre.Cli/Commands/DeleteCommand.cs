using System.CommandLine;
using Renderacre.Cli.Tables;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre delete</c>: deletes jobs that have ended.</summary>
internal static class DeleteCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var ids = JobActionCommand.JobIds();
        var command = new CommandWithExample(
            "delete",
            "Deletes jobs that have ended, with their tasks, attempts and logs; the files that tasks made stay.",
            "renderacre delete 3f9a01bc", "renderacre cancel 3f9a01bc && renderacre delete 3f9a01bc")
        {
            ids,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var printer = new Printer(host);
            var jobs = await JobActionCommand.FindAsync(client, parsed.GetRequiredValue(ids), token);
            foreach (var job in jobs)
            {
                await client.DeleteJobAsync(job, token);
                if (!json)
                    printer.Line($"{job} is deleted");
            }

            if (json)
                printer.Json(jobs, CliJson.Default.IReadOnlyListGuid);
            return ExitCode.Success;
        });
        return command;
    }
}
