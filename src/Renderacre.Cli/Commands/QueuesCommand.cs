using System.CommandLine;
using Renderacre.Cli.Queues;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Queues;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre queues</c>: what jobs have by the queue that they are submitted to.</summary>
internal static class QueuesCommand
{
    private const string Example =
        "renderacre queues set film --priority 50 --max-retries 2 --pool render --environment licence.yaml";

    private static readonly string[] Columns =
        ["QUEUE", "PRIORITY", "RETRIES", "POOLS", "LIMITS", "ENVIRONMENTS", "STORAGE", "COMMENT"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "queues", "What jobs have by the queue that they are submitted to; alone it lists.",
            "renderacre queues", Example)
        {
            CreateSet(host),
            CreateDelete(host),
            CreateList(host, new CommandWithExample(
                "list", "Lists the queues by name.", "renderacre queues list --output json")),
        };
        return CreateList(host, command);
    }

    private static Command CreateList(CliHost host, Command command) =>
        ListCommand.Create(host, command, (client, token) => client.ListQueuesAsync(token), Print);

    private static CommandWithExample CreateSet(CliHost host)
    {
        var command = new CommandWithExample(
            "set", "Defines a queue, or changes one as a whole. Jobs that are in it keep what they have.", Example);
        var options = new QueueOptions(host, command);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            var queue = await options.ReadAsync(parsed, token);
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            queue = await client.DefineQueueAsync(queue, token);
            var printer = new Printer(host);
            if (json)
                printer.Json(queue);
            else
                Print(printer, [queue]);
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExample CreateDelete(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The queue's name" };
        var command = new CommandWithExample(
            "delete", "Deletes a queue in which no job is that has not ended.", "renderacre queues delete film")
        {
            name,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var deleted = parsed.GetRequiredValue(name);
            await client.DeleteQueueAsync(deleted, token);
            new Printer(host).Line($"Deleted {Cell.Clean(deleted)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<FarmQueue> queues)
    {
        if (queues.Count == 0)
            printer.Line("There are no queues.");
        else
            printer.Table(Columns, queues.Select(Row));
    }

    private static Text[] Row(FarmQueue queue) =>
    [
        Cell.Of(queue.Name), Number(queue.Priority), Number(queue.MaxRetries), Words(queue.Pools), Words(queue.Limits),
        Cell.Of(queue.EnvironmentTemplates?.Count ?? 0), Cell.Of(queue.StorageProfile), Cell.Of(queue.Comment),
    ];

    private static Text Number(int? number) => number is { } value ? Cell.Of(value) : Cell.Of(null);

    private static Text Words(IReadOnlyList<string>? words) =>
        Cell.Of(words is { Count: > 0 } ? string.Join(", ", words) : null);
}
