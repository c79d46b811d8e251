using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Logs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre logs</c>: prints what tasks wrote.</summary>
internal static class LogsCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of a job or a task, or its unique start" };
        var attempt = new Option<int?>("--attempt")
        {
            Description = "Number of the attempt, from 1 [default: the last one]",
            HelpName = "N",
        };
        attempt.RequireAtLeast(1);
        var follow = new Option<bool>("--follow", "-f")
        {
            Description = "Go on with what is written from now on, until the task or the job has ended",
        };
        var command = new CommandWithExample(
            "logs", "Prints what a task, or every task of a job, has written so far.",
            "renderacre logs 3f9a01bc", "renderacre logs 3f9a01bc --follow", "renderacre logs 77d2e405 --attempt 1")
        {
            id, attempt, follow,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(follow) && result.GetValue(attempt) is not null)
                result.AddError("--follow goes on with the last attempt; --attempt cannot be given with it");
        });
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var prefix = new IdPrefix(parsed.GetRequiredValue(id));
            using var client = farm.Connect(parsed);
            var target = await JobOrTask.FindAsync(client, prefix, token);
            var printer = new LogPrinter(client, host);
            if (parsed.GetValue(follow))
                await new LogFollower(client, host, farm.WantsJson(parsed)).RunAsync(target, token);
            else if (farm.WantsJson(parsed))
                await printer.PrintJsonAsync(target, parsed.GetValue(attempt), token);
            else
                await printer.PrintAsync(target, parsed.GetValue(attempt), token);
            return ExitCode.Success;
        });
        return command;
    }
}
