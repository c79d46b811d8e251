using System.CommandLine;
using Renderacre.Cli.Artifacts;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre artifacts</c>: lists and fetches the files that tasks made.</summary>
internal static class ArtifactsCommand
{
    private static readonly string[] Columns = ["TASK", "FILE", "KIND", "BYTES", "PATH", "ID", "INDEX"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "artifacts", "Lists the files that the tasks of a job made, or fetches them; with an id alone it lists.",
            "renderacre artifacts 3f9a01bc", "renderacre artifacts fetch 3f9a01bc --kind image --to frames")
        {
            CreateList(host, new CommandWithExample(
                "list", "Lists the files that the tasks of a job, or one task, made.",
                "renderacre artifacts list 3f9a01bc --output json"), required: true),
            CreateFetch(host),
        };
        return CreateList(host, command, required: false);
    }

    private static Command CreateList(CliHost host, Command command, bool required)
    {
        var choice = new ArtifactChoice(command, required);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            Print(host, await choice.FindAsync(client, parsed, token), json);
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExample CreateFetch(CliHost host)
    {
        var folder = new Option<string>("--to")
        {
            Description = "Folder to copy them into; made if missing",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace files that are there already" };
        var command = new CommandWithExample(
            "fetch", "Copies the files that the tasks of a job, or one task, made to this machine.",
            "renderacre artifacts fetch 3f9a01bc --kind image --to frames",
            "renderacre artifacts fetch c04d11aa --name \"*.exr\" --overwrite");
        var choice = new ArtifactChoice(command, required: true);
        command.Add(folder);
        command.Add(overwrite);
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var files = await choice.FindAsync(client, parsed, token);
            var fetch = new ArtifactFetch(
                client, host.FullPath(parsed.GetRequiredValue(folder)), parsed.GetValue(overwrite));
            var told = json ? host.Error : host.Output;
            await fetch.RunAsync(files, path => told.WriteLine(Cell.Clean(path)), token);
            if (json || files.Count == 0)
                Print(host, files, json);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(CliHost host, IReadOnlyList<ArtifactRef> files, bool json)
    {
        var printer = new Printer(host);
        if (json)
            printer.Json(files, CliJson.Default.IReadOnlyListArtifactRef);
        else if (files.Count == 0)
            printer.Line("There are no such files.");
        else
            PrintTable(printer, files);
    }

    private static void PrintTable(Printer printer, IReadOnlyList<ArtifactRef> files)
    {
        var ids = new ShortIds(files.Select(file => file.TaskId));
        printer.Table(Columns, files.Select(file => Row(file, ids)));
    }

    private static Text[] Row(ArtifactRef file, ShortIds ids) =>
    [
        Cell.Of(file.TaskName), Cell.Of(file.Name), Cell.Of(Cell.Word(file.Kind)), Cell.Of(file.SizeBytes),
        Cell.Of(file.Path), Cell.Of(ids.Of(file.TaskId)), Cell.Of(file.Index),
    ];
}
