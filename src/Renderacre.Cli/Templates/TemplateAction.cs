using System.CommandLine;

namespace Renderacre.Cli.Templates;

/// <summary>How commands for templates end: whatever is wrong is told as ERROR with exit code 1.</summary>
internal static class TemplateAction
{
    /// <summary>Gives a command what it does.</summary>
    public static void Set(Command command, CliHost host, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                return await action(parsed, token);
            }
            catch (CliException problem)
            {
                host.Error.WriteLine($"ERROR: {problem.Message}");
                return ExitCode.Failure;
            }
        });
}
