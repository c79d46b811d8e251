using System.CommandLine;
using System.CommandLine.Invocation;
using Renderacre.Cli.Commands;
using Renderacre.Cli.Templates;
using Renderacre.Client;

namespace Renderacre.Cli;

/// <summary>The program <c>renderacre</c>, to be run in any process.</summary>
public static class CliProgram
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="host">What it stands in.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        var root = RenderacreCommand.Create(host);
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : OpenJdArguments.Normalize(root, args));
        return await InvokeAsync(parsed, host, cancellationToken);
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, CliHost host, CancellationToken cancellationToken)
    {
        // Help was asked for where another action stands: then what else is missing does not matter.
        if (parsed.Action is ParseErrorAction)
            return ReportUsage(parsed, host);
        try
        {
            return await parsed.InvokeAsync(Configuration(host), cancellationToken);
        }
        catch (CliException problem)
        {
            return Report(host, problem.ExitCode, problem.Message);
        }
        catch (FarmException refusal)
        {
            foreach (var error in refusal.Errors)
                Report(host, ExitCode.Failure, error);
            return ExitCode.Failure;
        }
        catch (FarmUnreachableException problem)
        {
            return Report(host, ExitCode.Unreachable, problem.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Report(host, ExitCode.Interrupted, "interrupted");
        }
    }

    // Signals and unexpected exceptions are the process edge's own business, not the parser's.
    private static InvocationConfiguration Configuration(CliHost host) => new()
    {
        Output = host.Output,
        Error = host.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static int ReportUsage(ParseResult parsed, CliHost host)
    {
        foreach (var error in parsed.Errors)
            Report(host, ExitCode.Usage, error.Message);
        var names = parsed.CommandResult.Command.Parents.Append(parsed.CommandResult.Command).Select(one => one.Name);
        host.Error.WriteLine($"Try: {string.Join(' ', names)} --help");
        return ExitCode.Usage;
    }

    private static int Report(CliHost host, int exitCode, string message)
    {
        host.Error.WriteLine($"renderacre: {message}");
        return exitCode;
    }
}
