using System.CommandLine;
using Renderacre.Cli.Tables;
using Renderacre.Client;

namespace Renderacre.Cli.Commands;

/// <summary>What commands have in common that list all of something the farm has.</summary>
internal static class ListCommand
{
    /// <summary>Has a command list.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="host">Where to write.</param>
    /// <param name="command">The command.</param>
    /// <param name="read">Asks the controller.</param>
    /// <param name="print">Writes it for people.</param>
    /// <returns>The command.</returns>
    public static Command Create<T>(
        CliHost host, Command command, Func<FarmClient, CancellationToken, Task<IReadOnlyList<T>>> read,
        Action<Printer, IReadOnlyList<T>> print)
    {
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var listed = await read(client, token);
            var printer = new Printer(host);
            if (json)
                printer.Json(listed);
            else
                print(printer, listed);
            return ExitCode.Success;
        });
        return command;
    }
}
