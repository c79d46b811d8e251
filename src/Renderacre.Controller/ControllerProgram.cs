using System.CommandLine;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Options;

namespace Renderacre.Controller;

/// <summary>
/// The program <c>farm-controller</c>, also run within <c>renderacre controller</c> and <c>renderacre up</c>.
/// </summary>
public static class ControllerProgram
{
    /// <summary>The command line, for the help and the documents of programs that run this one.</summary>
    public static RootCommand Describe() => new CommandLine().Root;

    /// <summary>Runs a controller until it is told to stop.</summary>
    /// <param name="args">The command line's arguments.</param>
    /// <param name="cancellationToken">Stops it as SIGTERM and SIGINT do.</param>
    /// <returns>The exit code: 0 after a clean stop, 1 where it could not start, 2 for a wrong option.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var commandLine = new CommandLine();
        commandLine.Root.SetAction((parsed, stop) => OrFaultAsync(() => ServeAsync(commandLine, parsed, stop)));
        commandLine.Show.SetAction((parsed, _) => OrFaultAsync(() => ShowAsync(commandLine, parsed)));
        ParseResult result = commandLine.Root.Parse(args);
        if (result.Errors.Count == 0)
        {
            // The host has its own way to end on a signal.
            var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
            return await result.InvokeAsync(invocation, cancellationToken);
        }
        foreach (System.CommandLine.Parsing.ParseError error in result.Errors)
            await Console.Error.WriteLineAsync($"farm-controller: {error.Message}");
        await Console.Error.WriteLineAsync("farm-controller: --help lists the options");
        return OptionsException.WrongUsage;
    }

    private static async Task<int> OrFaultAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsException fault)
        {
            await Console.Error.WriteLineAsync($"farm-controller: {fault.Message}");
            return fault.ExitCode;
        }
    }

    private static async Task ServeAsync(CommandLine commandLine, ParseResult parsed, CancellationToken stop)
    {
        ControllerOptions options = OptionValues.Settle(Settings(commandLine, parsed));
        await using ControllerHost host = await ControllerHost.StartAsync(
            options with { ReadyFile = commandLine.ReadyFile(parsed) }, new HostSeams(), stop);
        await host.WaitForStopAsync(stop);
    }

    private static Task ShowAsync(CommandLine commandLine, ParseResult parsed)
    {
        IReadOnlyList<Setting> settings = Settings(commandLine, parsed);
        return Console.Out.WriteAsync(ConfigReport.Of(settings, OptionValues.Settle(settings)));
    }

    private static IReadOnlyList<Setting> Settings(CommandLine commandLine, ParseResult parsed) => OptionSources.Gather(
        commandLine.Values(parsed), Environment.GetEnvironmentVariable, commandLine.ConfigPath(parsed));
}
