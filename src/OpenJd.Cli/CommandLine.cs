using System.CommandLine;
using System.CommandLine.Invocation;
using OpenJd.Cli.Templates;

namespace OpenJd.Cli;

/// <summary>Runs the commands of a program, and tells what is wrong with a command line.</summary>
/// <param name="root">The program's commands.</param>
/// <param name="host">What they stand in.</param>
public sealed class CommandLine(RootCommand root, CliHost host)
{
    /// <summary>Runs one command line; without arguments it shows the help.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl-C does.</param>
    /// <returns>The command's exit code, or one of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : OpenJdArguments.Normalize(root, args));
        // Help was asked for where another action stands: then what else is missing does not matter.
        if (parsed.Action is ParseErrorAction)
            return ReportUsage(parsed);
        try
        {
            return await parsed.InvokeAsync(Configuration(), cancellationToken);
        }
        catch (CliException problem)
        {
            return Report(problem.ExitCode, problem.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Report(ExitCode.Interrupted, "interrupted");
        }
    }

    /// <summary>Tells what is wrong in a line of standard error, behind the program's name.</summary>
    /// <param name="exitCode">The exit code to give.</param>
    /// <param name="message">What is wrong.</param>
    /// <returns>The exit code.</returns>
    public int Report(int exitCode, string message)
    {
        host.Error.WriteLine($"{host.ProgramName}: {message}");
        return exitCode;
    }

    private int ReportUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Report(ExitCode.Usage, error.Message);
        var names = parsed.CommandResult.Command.Parents.Append(parsed.CommandResult.Command).Select(one => one.Name);
        host.Error.WriteLine($"Try: {string.Join(' ', names)} --help");
        return ExitCode.Usage;
    }

    // Signals and unexpected exceptions are the process edge's own business, not the parser's.
    private InvocationConfiguration Configuration() => new()
    {
        Output = host.Output,
        Error = host.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
