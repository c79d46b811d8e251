using System.CommandLine;
using Renderacre.Cli.Limits;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Limits;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre limits</c>: lists, sets and deletes what tasks have to share, such as licences.</summary>
internal static class LimitsCommand
{
    private static readonly string[] Columns =
        ["NAME", "MAX", "USED", "ELSEWHERE", "AVAILABLE", "PER", "KEPT FREE", "SHUT UNTIL", "HELD BY"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "limits", "Lists the limits that tasks share, or sets one; alone it lists.",
            "renderacre limits", "renderacre limits set nuke 12")
        {
            CreateSet(host),
            CreateReopen(host),
            CreateDelete(host),
            CreateList(host, new CommandWithExample(
                "list", "Lists the limits by name.", "renderacre limits list --output json")),
        };
        return CreateList(host, command);
    }

    private static Command CreateList(CliHost host, Command command) =>
        ListCommand.Create(host, command, (client, token) => client.ListLimitsAsync(token),
            (printer, limits) => Print(printer, limits, host.Time.LocalTimeZone));

    private static CommandWithExample CreateSet(CliHost host)
    {
        var command = new CommandWithExample(
            "set", "Defines a limit, or changes it: what is not given stays. Tasks that name a limit nobody has set "
            + "wait. Steps that ask hosts for an amount of a limit's name, such as amount.nuke, draw on the limit.",
            "renderacre limits set nuke 12", "renderacre limits set amount.arnold 20 --counted-per host");
        var options = new LimitOptions(command);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var limit = await client.DefineLimitAsync(options.Read(parsed), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(limit);
            else
                printer.Line($"{limit.Name} is {limit.MaxCount}, {Cell.Number(limit.Used)} of them used");
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExample CreateReopen(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The limit's name" };
        var command = new CommandWithExample(
            "reopen", "Opens a limit that is shut since a task found no licence, before its time is over.",
            "renderacre limits reopen nuke") { name };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var limit = await client.ReopenLimitAsync(parsed.GetRequiredValue(name), token);
            var printer = new Printer(host);
            if (json)
                printer.Json(limit);
            else
                printer.Line($"{limit.Name} is open, {Cell.Number(limit.Available)} of {limit.MaxCount} available");
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExample CreateDelete(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The limit's name" };
        var command = new CommandWithExample(
            "delete", "Deletes a limit that no queue names, nor a job that has not ended.",
            "renderacre limits delete nuke") { name };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var deleted = parsed.GetRequiredValue(name);
            await client.DeleteLimitAsync(deleted, token);
            new Printer(host).Line($"Deleted {Cell.Clean(deleted)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<LimitSnapshot> limits, TimeZoneInfo zone)
    {
        if (limits.Count == 0)
            printer.Line("There are no limits.");
        else
            printer.Table(Columns, limits.Select(limit => Row(limit, zone)));
    }

    private static Text[] Row(LimitSnapshot limit, TimeZoneInfo zone) =>
    [
        Cell.Of(limit.Name), Cell.Of(limit.MaxCount), Cell.Of(limit.Used), Cell.Of(Elsewhere(limit)),
        Cell.Of(limit.Available), Cell.Of(Cell.Word(limit.CountedPer)), Cell.Of(limit.Headroom),
        Cell.Of(limit.Closed is { } closed ? Cell.Moment(closed.Until, zone) : null),
        Cell.Of(limit.Holders.Count == 0 ? null : string.Join(", ", limit.Holders.Select(Held))),
    ];

    private static string? Elsewhere(LimitSnapshot limit) => limit.Source is null ? null
        : Cell.Number(limit.Elsewhere) + (limit.Report?.Failure is null ? "" : " (source fails)");

    private static string Held(LimitHolder holder) => $"{holder.Job} {Cell.Number(holder.Held)}";
}
