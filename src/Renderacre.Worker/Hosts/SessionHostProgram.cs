using System.Runtime.InteropServices;
using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Processes.Posix;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Users;

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

    /// <summary>Runs a session to its end, or what a worker asks of another user.</summary>
    /// <param name="args">The session's folder, and the seconds to wait for a worker.</param>
    /// <returns>0, or 1 where the session could not be opened, 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (JobUserErrand.Find(args) is { } errand)
            return await errand;
        if (args is not [string path, string reattachText] || !int.TryParse(reattachText, out int reattachSeconds))
        {
            await Console.Error.WriteLineAsync($"{Verb} is started by the worker: {Verb} FOLDER REATTACH_SECONDS");
            return 2;
        }

        var folder = new SessionFolder(path);
        HostLaunch launch = folder.ReadLaunch() ?? throw new InvalidOperationException($"{path} has no launch.json");
        SpoolAccess access = SpoolAccess.Of(launch.RunsAs);
        HostDetachment.Detach(folder.HostLog, access);
        using PosixSignalRegistration hangUp = IgnoreHangUp();
        ChildSubreaper.Become(oneAtATime: true);
        bool inGroup = launch.ControlGroup is { } group && launch.RunsAs is null && ControlGroup.TryEnter(group);
        folder.ReserveRoom();
        await RunAsync(folder, launch, TimeSpan.FromSeconds(reattachSeconds));
        if (inGroup)
            ControlGroup.TryLeave(launch.ControlGroup!); // It was entered above.
        return 0;
    }

    private static async Task RunAsync(SessionFolder folder, HostLaunch launch, TimeSpan reattach)
    {
        TimeProvider time = TimeProvider.System;
        SpoolAccess access = SpoolAccess.Of(launch.RunsAs);
        using var journal = new JournalWriter(folder.Journal, access);
        await using var link = WorkerLink.Listen(launch.Socket, access, time);
        using var run = new SessionRun(folder, launch, journal, link, ProcessLaunchers.ForThisSystem(time), time);
        await run.RunAsync(reattach);
    }

    // The terminal that the worker was started from may close: the session goes on.
    private static PosixSignalRegistration IgnoreHangUp() =>
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
}
