using Renderacre.Testing;

namespace Renderacre.Cli.Tests;

/// <summary>One command line, run in this process, and what came of it.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs against a farm, named by RFARM_CONTROLLER.</summary>
    public static Task<CliRun> OfAsync(FakeFarm farm, params string[] args) => OfAsync(
        new Dictionary<string, string> { ["RFARM_CONTROLLER"] = farm.Url.ToString() }, Path.GetTempPath(), args);

    /// <summary>Runs with these variables in this folder.</summary>
    public static async Task<CliRun> OfAsync(
        IReadOnlyDictionary<string, string> variables, string folder, params string[] args)
    {
        var host = Host(variables, folder);
        var exitCode = await CliProgram.RunAsync(args, host, TestContext.Current.CancellationToken);
        return new CliRun(exitCode, host.Output.ToString()!, host.Error.ToString()!); // A StringWriter's is never null.
    }

    /// <summary>What a command line stands in, with these variables in this folder.</summary>
    public static CliHost Host(IReadOnlyDictionary<string, string> variables, string folder) => new()
    {
        Output = new StringWriter(),
        Error = new StringWriter(),
        Variable = variables.GetValueOrDefault,
        CurrentDirectory = folder,
        UserName = "ada",
        Time = TimeProvider.System,
        ProgramName = CliProgram.Name,
    };

    /// <summary>The output's lines, without the space at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. Output.TrimEnd().Split('\n').Select(line => line.TrimEnd())];
}
