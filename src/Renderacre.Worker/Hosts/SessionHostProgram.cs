using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Processes.Posix;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// The process of one session, <c>farm-worker session-host FOLDER …</c>: it outlives the worker, which finds it again
/// by its socket.
/// </summary>
internal static class SessionHostProgram
{
    /// <summary>The hidden verb.</summary>
    public const string Verb = "session-host";

    /// <summary>The variable that marks everything that runs in a session.</summary>
    public const string Marker = "RENDERACRE_SESSION";

    /// <summary>Runs a session to its end.</summary>
    /// <param name="args">The session's folder, and the seconds to wait for a worker.</param>
    /// <returns>0, or 1 where the session could not be opened.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is not [string path, string reattachText] || !int.TryParse(reattachText, out int reattachSeconds))
        {
            await Console.Error.WriteLineAsync($"{Verb} is started by the worker: {Verb} FOLDER REATTACH_SECONDS");
            return 2;
        }

        var folder = new SessionFolder(path);
        HostDetachment.Detach(folder.HostLog);
        ChildSubreaper.Become();
        if (ControlGroup.TryEnter($"renderacre-{folder.IdOnMachine}") is { } group)
            folder.WriteControlGroup(group);
        SessionAssignment assignment = folder.ReadAssignment()
            ?? throw new InvalidOperationException($"{path} has no assignment");
        folder.ReserveRoom();
        TimeProvider time = TimeProvider.System;
        using var journal = new JournalWriter(folder.Journal);
        await using var link = WorkerLink.Listen(WorkerFolder.SocketPath(folder));
        using var run = new SessionRun(folder, assignment, journal, link, ProcessLaunchers.ForThisSystem(time), time);
        await run.RunAsync(TimeSpan.FromSeconds(reattachSeconds));
        return 0;
    }
}
