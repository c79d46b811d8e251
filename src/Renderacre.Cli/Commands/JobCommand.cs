using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre job</c>: shows one job.</summary>
internal static class JobCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of the job, or its unique start" };
        var command = new CommandWithExample(
            "job", "Shows a job: its steps, what runs and what failed.",
            "renderacre job 3f9a01bc", "renderacre job 3f9a01bc --output json")
        {
            id,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var prefix = new IdPrefix(parsed.GetRequiredValue(id));
            using var client = farm.Connect(parsed);
            var job = await client.GetJobAsync(await prefix.FindJobAsync(client, token), token);
            var printer = new Printer(host);
            if (farm.WantsJson(parsed))
                printer.Json(job);
            else
                new JobReport(printer, host.Time.LocalTimeZone).Print(job);
            return ExitCode.Success;
        });
        return command;
    }
}
