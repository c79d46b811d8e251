using System.CommandLine;
using System.Globalization;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Shares;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre shares</c>: lists and weighs what owners or projects are due of the farm.</summary>
internal static class SharesCommand
{
    private const int WeightMax = 10_000;
    private static readonly string[] Columns = ["NAME", "WEIGHT", "USED (SLOT HOURS)", "SESSIONS", "READY GROUPS"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "shares", "Lists what owners, projects or queues have had of the farm, or gives one a weight.",
            "renderacre shares", "renderacre shares set ann 200")
        {
            CreateSet(host),
            CreateList(host, new CommandWithExample(
                "list", "Lists the shares by name.", "renderacre shares list --output json")),
        };
        return CreateList(host, command);
    }

    private static Command CreateList(CliHost host, Command command) =>
        ListCommand.Create(host, command, (client, token) => client.ListSharesAsync(token), Print);

    private static CommandWithExample CreateSet(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The owner, project or queue" };
        var weight = new Argument<int>("WEIGHT")
        {
            Description = "How much it is due next to others, 1 to 10,000; 100 is usual",
        };
        weight.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > WeightMax)
                result.AddError($"WEIGHT is {result.Tokens[0].Value}; 1 to {WeightMax} is wanted");
        });
        var command = new CommandWithExample(
            "set", "Gives an owner, a project or a queue a weight: twice the weight is due twice the slots.",
            "renderacre shares set ann 200")
        {
            name, weight,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var share = await client.DefineShareAsync(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(weight), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(share);
            else
                printer.Line($"{share.Name} has weight {share.Weight}");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<ShareSnapshot> shares)
    {
        if (shares.Count == 0)
            printer.Line("Nobody has had anything of the farm yet.");
        else
            printer.Table(Columns, shares.Select(Row));
    }

    private static Text[] Row(ShareSnapshot share) =>
    [
        Cell.Of(share.Name.Length > 0 ? share.Name : "(none named)"), Cell.Of(share.Weight),
        Cell.Of((share.UsedSeconds / 3600).ToString("0.0", CultureInfo.InvariantCulture)), Cell.Of(share.Sessions),
        Cell.Of(share.ReadyGroups),
    ];
}
