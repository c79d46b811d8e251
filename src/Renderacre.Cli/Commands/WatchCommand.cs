using System.CommandLine;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Cli.Waiting;
using Renderacre.Cli.Watching;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre watch</c>: shows the farm, or one job, as it changes.</summary>
internal sealed class WatchCommand
{
    private const string Description =
        "Shows the farm, or one job until it has ended, as it changes; without a terminal as a line for each change. "
        + "Of a job the exit code says how it ended: 0 succeeded, 1 failed, 4 cancelled.";

    private readonly CliHost _host;
    private readonly FarmOptions _farm;

    private readonly Argument<string?> _id = new("ID")
    {
        Description = "Id of a job, or its unique start [default: the whole farm]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _untilIdle = new("--until-idle")
    {
        Description = "End once no job is queued or running",
    };

    private WatchCommand(CliHost host, Command command)
    {
        _host = host;
        command.Add(_id);
        command.Add(_untilIdle);
        _farm = new FarmOptions(host, command);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "watch", Description, "renderacre watch", "renderacre watch 3f9a01bc",
            "renderacre watch --until-idle --output json");
        var watch = new WatchCommand(host, command);
        command.SetAction(watch.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = _farm.Connect(parsed);
        var json = _farm.WantsJson(parsed);
        var printer = new Printer(_host);
        if (parsed.GetValue(_id) is { } id)
        {
            var job = await new IdPrefix(id).FindJobAsync(client, cancellationToken);
            return await new JobWait(client, _host, printer).RunAsync(job, json, cancellationToken);
        }

        var watcher = new FarmWatcher(client, _host.Time, parsed.GetValue(_untilIdle));
        try
        {
            await WatchAsync(watcher, printer, json, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how the watching ends.
        }

        return ExitCode.Success;
    }

    private Task WatchAsync(FarmWatcher watcher, Printer printer, bool json, CancellationToken cancellationToken)
    {
        if (!_host.IsTerminal || json)
            return watcher.RunAsync(new LineScreen(_host.Output, json), cancellationToken);
        return printer.Console.Live(new Text("")).Overflow(VerticalOverflow.Crop).StartAsync(
            context => watcher.RunAsync(new LiveScreen(context, _host, _host.Height), cancellationToken));
    }
}
