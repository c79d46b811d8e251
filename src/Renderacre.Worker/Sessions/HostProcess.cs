using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenJd.Sessions.Processes.Linux;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Sessions;

/// <summary>Starts session hosts: this program again, with a hidden verb. They outlive this process.</summary>
/// <param name="sudo">Starts those of another user.</param>
/// <param name="prefix">What has to stand before the verb, where this program is not <c>farm-worker</c> itself.</param>
/// <param name="reattachSeconds">How long a host goes on without a worker.</param>
internal sealed class HostProcess(Sudo sudo, IReadOnlyList<string> prefix, int reattachSeconds)
{
    // The shell moves itself into the group and becomes sudo: what a user starts cannot enter it by itself.
    private const string EnterGroup = "echo 0 2>/dev/null >\"$0\"; exec \"$@\"";

    private const int SaidBytesMax = 4096;

    /// <summary>Starts the host of a session.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="launch">What the host is started with.</param>
    /// <returns>Ends with the process, with what it said where it failed, else with null.</returns>
    /// <exception cref="InvalidOperationException">The program could not be started.</exception>
    public Task<string?> Start(SessionFolder folder, HostLaunch launch)
    {
        string seconds = reattachSeconds.ToString(CultureInfo.InvariantCulture);
        IReadOnlyList<string> line = launch.RunsAs is { } user
            ? InGroup(launch.ControlGroup, sudo.Line(user.Name, folder.FullPath, seconds))
            : [sudo.Program, .. prefix, SessionHostProgram.Verb, folder.FullPath, seconds];
        // Pipes of its own: with the worker's, whoever reads the worker's output to its end would wait for the host as
        // well. The host leaves them when it has opened its log.
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process started = Process.Start(start)
            ?? throw new InvalidOperationException($"{line[0]} could not be started");
        started.StandardInput.Close();
        return FollowAsync(started);
    }

    private static IReadOnlyList<string> InGroup(string? group, IReadOnlyList<string> line) =>
        group is null ? line : ["sh", "-c", EnterGroup, ControlGroup.MembersOf(group), .. line];

    private static async Task<string?> FollowAsync(Process process)
    {
        using (process)
        {
            string said = await ReadAsync(process.StandardError);
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : said;
        }
    }

    // Its beginning alone is kept: what a host has to say goes into its log.
    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var said = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (said.Length + line.Length < SaidBytesMax)
                said.AppendLine(line);
        }

        return said.ToString().Trim();
    }
}
