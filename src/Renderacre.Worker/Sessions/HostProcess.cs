using System.Diagnostics;
using System.Globalization;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>Starts session hosts: this program again, with a hidden verb.</summary>
/// <param name="prefix">What has to stand before the verb, where this program is not <c>farm-worker</c> itself.</param>
/// <param name="reattachSeconds">How long a host goes on without a worker.</param>
internal sealed class HostProcess(IReadOnlyList<string> prefix, int reattachSeconds)
{
    /// <summary>Starts the host of a session. It outlives this process.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <exception cref="InvalidOperationException">The program could not be started.</exception>
    public void Start(SessionFolder folder)
    {
        string program = Environment.ProcessPath
            ?? throw new InvalidOperationException("the path of this program is not known");
        // Pipes of its own that nobody uses: with the worker's, whoever reads the worker's output to its end would wait
        // for the host as well.
        var start = new ProcessStartInfo(program)
        {
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in prefix)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(SessionHostProgram.Verb);
        start.ArgumentList.Add(folder.FullPath);
        start.ArgumentList.Add(reattachSeconds.ToString(CultureInfo.InvariantCulture));
        using Process? started = Process.Start(start);
        if (started is null)
            throw new InvalidOperationException($"{program} could not be started");
    }
}
