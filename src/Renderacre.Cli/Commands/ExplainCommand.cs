using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre explain</c>: says why a job or a task is where it is.</summary>
internal static class ExplainCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of a job or a task, or its unique start" };
        var command = new CommandWithExample(
            "explain", "Says why a job or a task waits, or what failed where: limits, dependencies, what workers lack.",
            "renderacre explain 3f9a01bc", "renderacre explain 3f9a01bc --output json")
        {
            id,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var report = new ExplanationReport(new Printer(host), json);
            var found = await JobOrTask.FindAsync(client, new IdPrefix(parsed.GetRequiredValue(id)), token);
            if (found.Task is { } task)
                report.Print(await client.ExplainTaskAsync(task.Id, token));
            else
                report.Print(found.Job.Name, await client.ExplainJobAsync(found.Job.Id, token));
            return ExitCode.Success;
        });
        return command;
    }
}
