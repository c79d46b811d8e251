using Renderacre.Controller;
using Renderacre.Worker;

namespace Renderacre.Cli.Farms;

/// <summary>
/// The farm's own programs, run by this one: <c>renderacre controller</c> and <c>renderacre worker</c> take the
/// arguments of <c>farm-controller</c> and <c>farm-worker</c> as they stand.
/// </summary>
internal static class FarmPrograms
{
    /// <summary>Runs the program that the arguments name.</summary>
    /// <param name="args">The arguments after this program's name.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    /// <returns>Its exit code, or null where the arguments name none of them.</returns>
    public static Task<int>? TryRun(string[] args, CancellationToken cancellationToken) => args switch
    {
        // Help is shown as that of this program's other commands is.
        ["controller" or "worker", .. var asked] when asked.Any(HelpWords.Contains) => null,
        ["controller", .. var rest] => ControllerProgram.RunAsync(rest, cancellationToken),
        ["worker", .. var rest] => WorkerProgram.RunAsync(rest, HostPrefix, cancellationToken),
        // A worker starts its session hosts as this same program.
        ["session-host", ..] => WorkerProgram.RunAsync(args, HostPrefix, cancellationToken),
        [LeashedProgram.Verb, .. var rest] => LeashedProgram.RunAsync(
            token => TryRun(rest, token) ?? Task.FromResult(ExitCode.Usage),
            Console.OpenStandardInput(),
            cancellationToken),
        _ => null,
    };

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?"];

    // Run as "dotnet renderacre.dll", the program file is dotnet's, which has to be told the library first.
    private static string[] HostPrefix => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Path.Combine(AppContext.BaseDirectory, "renderacre.dll")]
        : [];
}
