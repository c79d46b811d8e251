using System.CommandLine;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Farm;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre audit</c>: lists who did what.</summary>
internal static class AuditCommand
{
    private static readonly string[] Columns = ["TIME", "ACTOR", "ACTION", "TARGET", "OUTCOME", "MESSAGE"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var last = new Option<int>("--last")
        {
            Description = "How many of the newest, 1 to 10000",
            HelpName = "N",
            DefaultValueFactory = _ => 100,
        };
        last.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > 10_000)
                result.AddError($"--last is {result.Tokens[0].Value}; 1 to 10000 is wanted");
        });
        var command = new CommandWithExample(
            "audit", "Lists who did what in the farm, the newest last.",
            "renderacre audit", "renderacre audit --last 1000 --output json")
        {
            last,
        };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var events = await client.ListAuditAsync(parsed.GetValue(last), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(events);
            else
                printer.Table(Columns, events.Select(one => Row(one, host.Time.LocalTimeZone)));
            return ExitCode.Success;
        });
        return command;
    }

    private static Text[] Row(AuditEvent one, TimeZoneInfo zone) =>
    [
        Cell.Of(one.Timestamp, zone), Cell.Of(one.Actor), Cell.Of(one.Action),
        Cell.Of($"{one.TargetType} {one.TargetId}".TrimEnd()), Cell.Of(one.Outcome), Cell.Of(one.Message),
    ];
}
