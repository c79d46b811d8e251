using System.Diagnostics;
using Renderacre.Worker.Hosts;

namespace Renderacre.Worker.Users;

/// <summary>
/// Runs this program as another user. Only names of folders and numbers stand in the command lines, which everybody on
/// the machine can read.
/// </summary>
/// <param name="program">This program.</param>
/// <param name="prefix">What has to stand before its verb, where it is not <c>farm-worker</c> itself.</param>
internal sealed class Sudo(string program, IReadOnlyList<string> prefix)
{
    /// <summary>The command.</summary>
    public const string Command = "sudo";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>This program.</summary>
    public string Program => program;

    /// <summary>Where sudo is, or null where it is not installed.</summary>
    /// <param name="path">The folders to look in, as PATH has them.</param>
    public static string? Find(string? path) => (path ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, Command)).FirstOrDefault(File.Exists);

    /// <summary>The command line of this program's hidden verb as another user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="arguments">What follows the verb.</param>
    public IReadOnlyList<string> Line(string user, params IEnumerable<string> arguments) =>
        [Command, "-n", "-H", "-u", user, "--", program, .. prefix, SessionHostProgram.Verb, .. arguments];

    /// <summary>Runs an errand as another user to its end.</summary>
    /// <param name="user">The user.</param>
    /// <param name="arguments">The errand, see <see cref="JobUserErrand"/>.</param>
    /// <returns>Null, or what went wrong.</returns>
    public async Task<string?> RunAsync(string user, params string[] arguments)
    {
        IReadOnlyList<string> line = Line(user, arguments);
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{Command} could not be started");
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            string error = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : error.Trim() is { Length: > 0 } said ? said : Code(process);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return $"it did not end within {Patience.TotalSeconds:F0} s";
        }
    }

    private static string Code(Process process) => $"it ended with code {process.ExitCode}";
}
