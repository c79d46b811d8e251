using System.CommandLine;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Limits;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre limits</c>: lists and sets what tasks have to share, such as licences.</summary>
internal static class LimitsCommand
{
    private static readonly string[] Columns = ["NAME", "MAX", "USED", "AVAILABLE"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "limits", "Lists the limits that tasks share, or sets one; alone it lists.",
            "renderacre limits", "renderacre limits set nuke 12")
        {
            CreateSet(host),
            CreateList(host, new CommandWithExample(
                "list", "Lists the limits by name.", "renderacre limits list --output json")),
        };
        return CreateList(host, command);
    }

    private static Command CreateList(CliHost host, Command command) =>
        ListCommand.Create(host, command, (client, token) => client.ListLimitsAsync(token), Print);

    private static CommandWithExample CreateSet(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The limit's name" };
        var count = new Argument<int>("COUNT") { Description = "How many tasks may hold it at a time, 1 or more" };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() < 1)
                result.AddError($"COUNT is {result.Tokens[0].Value}; 1 or more is wanted");
        });
        var command = new CommandWithExample(
            "set", "Defines a limit, or gives one another size. Tasks that name a limit nobody has set wait.",
            "renderacre limits set nuke 12")
        {
            name, count,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var limit = await client.DefineLimitAsync(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(count), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(limit);
            else
                printer.Line($"{limit.Name} is {limit.MaxCount}, {limit.Used} of them used");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<LimitSnapshot> limits)
    {
        if (limits.Count == 0)
            printer.Line("There are no limits.");
        else
            printer.Table(Columns, limits.Select(Row));
    }

    private static Text[] Row(LimitSnapshot limit) =>
        [Cell.Of(limit.Name), Cell.Of(limit.MaxCount), Cell.Of(limit.Used), Cell.Of(limit.Available)];
}
