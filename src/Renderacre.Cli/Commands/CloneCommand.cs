using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Submitting;
using Renderacre.Cli.Tables;
using Renderacre.Cli.Waiting;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre clone</c>: submits a copy of a job.</summary>
internal static class CloneCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of the job, or its unique start" };
        var failed = new Option<bool>("--failed")
        {
            Description = "Run only what did not succeed: what had succeeded counts as succeeded in the copy",
        };
        var wait = new Option<bool>("--wait") { Description = "Wait until the copy has ended, showing how far it is" };
        var command = new CommandWithExample(
            "clone", "Submits a copy of a job, which runs from its start; what is not given is as in the job.",
            "renderacre clone 3f9a01bc", "renderacre clone 3f9a01bc --name shot010_again --priority 80 --wait")
        {
            id, failed, wait,
        };
        var options = new EditOptions(host, command, ofCopy: true);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var of = await new IdPrefix(parsed.GetRequiredValue(id)).FindJobAsync(client, token);
            var asked = new JobClone { Failed = parsed.GetValue(failed) ? true : null };
            var job = await client.GetJobAsync(of, token);
            var copy = await client.CloneJobAsync(
                of, await options.ReadAsync(parsed, client, job, asked, token), token);
            var printer = new Printer(host);
            if (!json)
            {
                printer.Line($"Submitted {copy.Name} with {copy.TasksTotal} tasks as {copy.Id}");
                printer.Warnings(copy);
            }

            if (parsed.GetValue(wait))
                return await new JobWait(client, host, printer).RunAsync(copy.Id, json, token);
            if (json)
                printer.Json(copy);
            return ExitCode.Success;
        });
        return command;
    }
}
