using System.CommandLine;

namespace OpenJd.Cli.Templates;

/// <summary>
/// How commands for templates end: whatever is wrong is told with exit code 1, as ERROR on standard error or as a
/// document on standard output.
/// </summary>
internal static class TemplateAction
{
    /// <summary>Gives a command what it does.</summary>
    public static void Set(
        Command command,
        CliHost host,
        OutputOption output,
        Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                return await action(parsed, token);
            }
            catch (CliException problem)
            {
                Report(host, output.Of(parsed), problem.Message);
                return ExitCode.Failure;
            }
        });

    private static void Report(CliHost host, OutputFormat format, string message)
    {
        if (format == OutputFormat.HumanReadable)
            host.Error.WriteLine($"ERROR: {message}");
        else
            ResultDocument.Write(host.Output, format, ResultDocument.Error(message));
    }
}
