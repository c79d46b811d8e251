using System.CommandLine;
using System.Globalization;
using Renderacre.Cli.Farms;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre up</c>: a whole farm on this machine.</summary>
internal sealed class UpCommand
{
    private readonly CliHost _host;

    private readonly Option<string> _bind = new("--bind")
    {
        Description = "Address and port of the controller; port 0 takes a free one",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => "127.0.0.1:7878",
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "Folder of the database, the logs and the worker's spool; made if missing",
        HelpName = "DIR",
        DefaultValueFactory = _ => "var",
    };

    private readonly Option<int> _slots = new("--slots")
    {
        Description = "Sessions that the worker runs at a time",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _readyFile = new("--ready-file")
    {
        Description = "File that gets the controller's address as its one line when the farm is ready",
        HelpName = "FILE",
    };

    private UpCommand(CliHost host)
    {
        _host = host;
        _slots.RequireAtLeast(1);
    }

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var up = new UpCommand(host);
        var command = new CommandWithExample(
            "up", "Runs a farm on this machine, a controller and a worker, until Ctrl-C or SIGTERM.",
            "renderacre up", "renderacre up --bind 127.0.0.1:0 --data /tmp/farm --ready-file /tmp/farm.url")
        {
            up._bind, up._data, up._slots, up._readyFile,
        };
        command.SetAction(up.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Options(parsed);
        await using var farm = new LocalFarm(options, _host.Time);
        try
        {
            var address = await farm.StartAsync(cancellationToken);
            await TellAsync(options, address, cancellationToken);
            await farm.WatchAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop, which is how a farm ends.
        }
        catch (CliException)
        {
            await farm.StopAsync();
            throw;
        }

        return await farm.StopAsync()
            ? ExitCode.Success
            : throw new CliException(ExitCode.Failure, "the farm did not end cleanly");
    }

    private UpOptions Options(ParseResult parsed) => new(
        parsed.GetRequiredValue(_bind), _host.FullPath(parsed.GetRequiredValue(_data)), parsed.GetRequiredValue(_slots),
        parsed.GetValue(_readyFile) is { } file ? _host.FullPath(file) : null,
        _host.Variable("RFARM_WORKER_NAME") is { Length: > 0 } name ? name : Environment.MachineName);

    private async Task TellAsync(UpOptions options, Uri address, CancellationToken cancellationToken)
    {
        _host.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The farm answers at {address}, with {options.Slots} slots on {options.WorkerName}"));
        _host.Output.WriteLine($"Interface: {address}openapi/v1.json");
        _host.Output.WriteLine($"Data: {options.DataFolder}");
        _host.Output.WriteLine("Ctrl-C ends it.");
        await _host.Output.FlushAsync(cancellationToken);
        if (options.ReadyFile is { } file)
            await WriteWholeAsync(file, address, cancellationToken);
    }

    // Whoever waits for the file must never read half of it.
    private static async Task WriteWholeAsync(string file, Uri address, CancellationToken cancellationToken)
    {
        var draft = $"{file}.{Environment.ProcessId}.tmp";
        await File.WriteAllTextAsync(draft, address.ToString().TrimEnd('/') + "\n", cancellationToken);
        File.Move(draft, file, overwrite: true);
    }
}
