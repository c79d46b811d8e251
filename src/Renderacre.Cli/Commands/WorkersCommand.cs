using System.CommandLine;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.Workers;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre workers</c>: lists the workers.</summary>
internal static class WorkersCommand
{
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
            printer.Line("There are no workers.");
        else
            printer.Table(WorkerTable.Columns, WorkerTable.Rows(workers, zone));
    }
}
