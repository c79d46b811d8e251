using System.Diagnostics;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>Programs run to their end.</summary>
public static class Command
{
    /// <summary>Runs a program, which has to end well.</summary>
    /// <returns>Its standard output, without line ends behind it.</returns>
    public static Task<string> OutputOfAsync(string program, params string[] args) =>
        OutputOfAsync(program, args, new Dictionary<string, string>());

    /// <summary>Runs a program with variables in a folder, and it has to end well.</summary>
    /// <param name="program">The program.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="variables">Variables set beside those of this process.</param>
    /// <param name="folder">Where it runs, or null for here.</param>
    /// <returns>Its standard output, without line ends behind it.</returns>
    public static async Task<string> OutputOfAsync(
        string program, IEnumerable<string> args, IReadOnlyDictionary<string, string> variables, string? folder = null)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var token = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{output}\n{await error}");
        return output.TrimEnd();
    }
}
