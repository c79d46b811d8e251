using Renderacre.Cli.Commands;
using Renderacre.Client;

namespace Renderacre.Cli;

/// <summary>The program <c>renderacre</c>, to be run in any process.</summary>
public static class CliProgram
{
    /// <summary>What it is called.</summary>
    public const string Name = "renderacre";

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="host">What it stands in.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/> or <see cref="FarmExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        var commands = new CommandLine(RenderacreCommand.Create(host), host);
        try
        {
            return await commands.RunAsync(args, cancellationToken);
        }
        catch (FarmException refusal)
        {
            foreach (var error in refusal.Errors)
                commands.Report(ExitCode.Failure, error);
            return ExitCode.Failure;
        }
        catch (FarmUnreachableException problem)
        {
            return commands.Report(FarmExitCode.Unreachable, problem.Message);
        }
    }
}
