using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre tasks</c>: lists the tasks of a job.</summary>
internal static class TasksCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "Id of a job, or its unique start" };
        var states = new Option<TaskState[]>("--state")
        {
            Description = "Only tasks in this state; may be repeated",
            HelpName = "pending|leased|running|succeeded|failed|cancelled",
        };
        var step = new Option<string?>("--step") { Description = "Only tasks of this step", HelpName = "NAME" };
        var command = new CommandWithExample(
            "tasks", "Lists the tasks of a job, in order.",
            "renderacre tasks 3f9a01bc", "renderacre tasks 3f9a01bc --state failed --output json")
        {
            id, states, step,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var prefix = new IdPrefix(parsed.GetRequiredValue(id));
            var job = await client.GetJobAsync(await prefix.FindJobAsync(client, token), token);
            var tasks = await new JobOrTask(job, null).TasksAsync(client, token)
                .Where(task => parsed.GetValue(states) is not { Length: > 0 } wanted || wanted.Contains(task.State))
                .Where(task => parsed.GetValue(step) is not { } name || task.Openjd?.StepName == name)
                .ToListAsync(token);
            var printer = new Printer(host);
            if (json)
                printer.Json<IReadOnlyList<TaskInfo>>(tasks);
            else
                new TaskReport(printer, host.Time.LocalTimeZone).Print(tasks);
            return ExitCode.Success;
        });
        return command;
    }
}
