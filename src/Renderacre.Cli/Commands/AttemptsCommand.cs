using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre attempts</c>: shows how often a task was tried, where, and what came of it.</summary>
internal static class AttemptsCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of a task, or its unique start" };
        var command = new CommandWithExample(
            "attempts", "Shows the attempts at a task: where each ran, how long, and what came of it.",
            "renderacre attempts c04d11aa", "renderacre attempts c04d11aa --output json")
        {
            id,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var prefix = new IdPrefix(parsed.GetRequiredValue(id));
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var task = await JobOrTask.FindTaskAsync(client, prefix, token);
            var printer = new Printer(host);
            var report = new TaskReport(printer, host.Time.LocalTimeZone);
            if (json)
                printer.Json(task.AttemptRecords);
            else
                report.PrintAttempts(task, await client.ListWorkersAsync(token));
            return ExitCode.Success;
        });
        return command;
    }
}
