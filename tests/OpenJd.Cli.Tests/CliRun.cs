namespace OpenJd.Cli.Tests;

/// <summary>One command line of <c>openjd</c>, run in this process, and what came of it.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs in this folder.</summary>
    public static async Task<CliRun> OfAsync(string folder, params string[] args)
    {
        var host = Host(folder);
        var exitCode = await OpenJdProgram.RunAsync(args, host, TestContext.Current.CancellationToken);
        return new CliRun(exitCode, host.Output.ToString()!, host.Error.ToString()!); // A StringWriter's is never null.
    }

    /// <summary>What a command line stands in, in this folder.</summary>
    public static CliHost Host(string folder) => new()
    {
        Output = new StringWriter(),
        Error = new StringWriter(),
        Variable = _ => null,
        CurrentDirectory = folder,
        UserName = "ada",
        Time = TimeProvider.System,
        ProgramName = OpenJdProgram.Name,
    };

    /// <summary>The output's lines, without the space at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. Output.TrimEnd().Split('\n').Select(line => line.TrimEnd())];
}
