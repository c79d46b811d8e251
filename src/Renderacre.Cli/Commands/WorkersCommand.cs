using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Workers;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre workers</c>: lists the workers.</summary>
internal static class WorkersCommand
{
    private static readonly string[] Columns = ["ID", "NAME", "STATE", "SLOTS", "USED", "LAST SEEN", "LABELS"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "workers", "Lists the workers by name.", "renderacre workers", "renderacre workers --output json");
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var workers = await client.ListWorkersAsync(token);
            var printer = new Printer(host);
            if (farm.WantsJson(parsed))
                printer.Json(workers);
            else
                Print(printer, workers, host.Time.LocalTimeZone);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(Printer printer, IReadOnlyList<WorkerInfo> workers, TimeZoneInfo zone)
    {
        if (workers.Count == 0)
        {
            printer.Line("There are no workers.");
            return;
        }

        var ids = new ShortIds(workers.Select(worker => worker.Id));
        printer.Table(Columns, workers.Select(worker => Row(worker, ids, zone)));
    }

    private static Text[] Row(WorkerInfo worker, ShortIds ids, TimeZoneInfo zone) =>
    [
        Cell.Of(ids.Of(worker.Id)), Cell.Of(worker.Name), Cell.Of(worker.State), Cell.Of(worker.Capacity.Slots ?? 1),
        Cell.Of(worker.SlotsUsed), Cell.Of(worker.LastSeenAt, zone),
        Cell.Of(string.Join(' ',
            worker.Labels.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"))),
    ];
}
