using System.CommandLine;
using OpenJd.Cli.Templates;
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
        var name = new Option<string?>("--name")
        {
            Description = "The copy's name [default: the job's]",
            HelpName = "NAME",
        };
        var priority = new Option<int?>("--priority")
        {
            Description = "The copy's priority [default: the job's]",
            HelpName = "N",
        };
        var failed = new Option<bool>("--failed")
        {
            Description = "Run only what did not succeed: what had succeeded counts as succeeded in the copy",
        };
        var parameters = new Option<string[]>("--param", "-p")
        {
            Description = "Job parameter that has another value: NAME=VALUE, a JSON object, or file://PATH; may be "
                + "repeated",
            HelpName = "NAME=VALUE",
        };
        var frames = FramesOption.Create();
        var wait = new Option<bool>("--wait") { Description = "Wait until the copy has ended, showing how far it is" };
        var command = new CommandWithExample(
            "clone", "Submits a copy of a job, which runs from its start.",
            "renderacre clone 3f9a01bc", "renderacre clone 3f9a01bc --name shot010_again --priority 80 --wait")
        {
            id, name, priority, failed, parameters, frames, wait,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var prefix = new IdPrefix(parsed.GetRequiredValue(id));
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var values = await ParameterValues.ReadAsync(parsed.GetValue(parameters) ?? [], host, token);
            var changes = new JobClone
            {
                Name = parsed.GetValue(name),
                Priority = parsed.GetValue(priority),
                Failed = parsed.GetValue(failed) ? true : null,
                Parameters = values.Count > 0 ? values : null,
                Frames = FramesOption.Read(parsed.GetValue(frames)),
            };
            var copy = await client.CloneJobAsync(await prefix.FindJobAsync(client, token), changes, token);
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
