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
            "workers", "Lists the workers by name, or looks after some of them.", "renderacre workers",
            "renderacre workers drain node-7 --reason \"new memory\"")
        {
            CreateShow(host), CreateDrain(host), CreateDisable(host), CreateEnable(host), CreateNote(host),
        };
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

    private static Command CreateShow(CliHost host) => WorkerOrderCommand.Create(
        host,
        new CommandWithExample(
            "show", "Shows workers in full, with what people have written about them.",
            "renderacre workers show node-7"),
        (client, worker, _, token) => client.GetWorkerAsync(worker, token));

    private static Command CreateDrain(CliHost host)
    {
        var now = new Option<bool>("--now")
        {
            Description = "Stop what runs there and give it to others, with no retry spent",
        };
        var command = new CommandWithExample(
            "drain", "Takes workers out of service once what runs there has ended.",
            "renderacre workers drain node-7", "renderacre workers drain node-7 --now --reason \"smoke\"") { now };
        return WorkerOrderCommand.CreateOrder(
            host, command, (client, worker, order, token) => client.DrainWorkerAsync(worker, order, token), now);
    }

    private static Command CreateDisable(CliHost host) => WorkerOrderCommand.CreateOrder(
        host,
        new CommandWithExample(
            "disable", "Takes workers out of service at once, as drain --now.", "renderacre workers disable node-7"),
        (client, worker, order, token) => client.DisableWorkerAsync(worker, order, token));

    private static Command CreateEnable(CliHost host) => WorkerOrderCommand.CreateOrder(
        host,
        new CommandWithExample(
            "enable", "Puts workers back into service, sick ones too.", "renderacre workers enable node-7"),
        (client, worker, order, token) => client.EnableWorkerAsync(worker, order, token));

    private static Command CreateNote(CliHost host)
    {
        var text = new Option<string>("--text") { Description = "What is written", HelpName = "TEXT", Required = true };
        var command = new CommandWithExample(
            "note", "Writes a note about workers, which show tells.",
            "renderacre workers note node-7 --text \"fan replaced\"") { text };
        return WorkerOrderCommand.Create(
            host, command,
            (client, worker, parsed, token) => client.NoteWorkerAsync(
                worker,
                new WorkerNoteAdd { Text = parsed.GetRequiredValue(text), Author = Environment.UserName }, token));
    }

    private static void Print(Printer printer, IReadOnlyList<WorkerInfo> workers, TimeZoneInfo zone)
    {
        if (workers.Count == 0)
            printer.Line("There are no workers.");
        else
            printer.Table(WorkerTable.Columns, WorkerTable.Rows(workers, zone));
    }
}
