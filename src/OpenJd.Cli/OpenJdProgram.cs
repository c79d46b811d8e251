using System.CommandLine;
using OpenJd.Cli.Commands;

namespace OpenJd.Cli;

/// <summary>The program <c>openjd</c>, to be run in any process.</summary>
public static class OpenJdProgram
{
    /// <summary>What it is called.</summary>
    public const string Name = "openjd";

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="host">What it stands in.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        var root = new RootCommand("Checks, summarises and runs Open Job Description templates.");
        TemplateCommands.AddTo(root, host);
        ExampleHelp.Install(root);
        return new CommandLine(root, host).RunAsync(args, cancellationToken);
    }
}
