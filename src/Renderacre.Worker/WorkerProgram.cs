using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Renderacre.Worker.Agents;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Options;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker;

/// <summary>The program <c>farm-worker</c>, also reached as <c>renderacre worker</c>.</summary>
public static class WorkerProgram
{
    /// <summary>The command line, for the help and the documents of programs that run this one.</summary>
    public static RootCommand Describe() => new CommandLine().Root;

    /// <summary>Runs the worker, or (its hidden verb) the host of one session.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="hostPrefix">
    /// Arguments that have to stand before the hidden verb for this program to get back here; empty for
    /// <c>farm-worker</c> itself.
    /// </param>
    /// <param name="cancellationToken">Ends the worker as SIGTERM does.</param>
    /// <returns>0, 1 where it could not go on, 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, IReadOnlyList<string> hostPrefix, CancellationToken cancellationToken)
    {
        if (args.Count > 0 && args[0] == SessionHostProgram.Verb)
            return await SessionHostProgram.RunAsync([.. args.Skip(1)]);
        var commandLine = new CommandLine();
        commandLine.Root.SetAction((parsed, _) => OrFaultAsync(
            commandLine, parsed, options => WorkAsync(options, hostPrefix, cancellationToken)));
        commandLine.Show.SetAction((parsed, _) => OrFaultAsync(commandLine, parsed, options => Console.Out.WriteAsync(
            ConfigReport.Of(options, OptionSources.SourceOf(
                commandLine.Values(parsed), Environment.GetEnvironmentVariable, commandLine.ConfigPath(parsed))))));
        commandLine.Host.SetAction((parsed, _) => OrFaultAsync(commandLine, parsed, async options =>
            await Console.Out.WriteAsync((await HostReport.OfAsync(options, ThisMachine.Open())).ToText())));
        ParseResult parsed = commandLine.Root.Parse([.. args]);
        int code = await parsed.InvokeAsync(
            new InvocationConfiguration { ProcessTerminationTimeout = null }, CancellationToken.None);
        return parsed.Errors.Count > 0 ? 2 : code;
    }

    private static async Task<int> OrFaultAsync(
        CommandLine commandLine, ParseResult parsed, Func<WorkerOptions, Task> run)
    {
        try
        {
            await run(OptionSources.Resolve(
                commandLine.Values(parsed), Environment.GetEnvironmentVariable, commandLine.ConfigPath(parsed)));
            return 0;
        }
        catch (WorkerException error)
        {
            await Console.Error.WriteLineAsync($"farm-worker: {error.Message}");
            return error.ExitCode;
        }
    }

    private static async Task WorkAsync(
        WorkerOptions options, IReadOnlyList<string> hostPrefix, CancellationToken cancellationToken)
    {
        using ILoggerFactory loggers = LoggerFactory.Create(builder => builder.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.TimestampFormat = "HH:mm:ss ";
            format.ColorBehavior = LoggerColorBehavior.Disabled;
        }));
        var log = new WorkerLog(loggers.CreateLogger("worker"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var detach = new CancellationTokenSource();
        using PosixSignalRegistration term = On(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration hangUp = On(PosixSignal.SIGHUP, detach.Cancel);
        using var folder = new WorkerFolder(options.DataFolder);
        await new WorkerAgent(options, folder, hostPrefix, TimeProvider.System, log).RunAsync(stop.Token, detach.Token);

        void Stop()
        {
            log.ShuttingDown();
            stop.Cancel();
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action act) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            act();
        });
}
