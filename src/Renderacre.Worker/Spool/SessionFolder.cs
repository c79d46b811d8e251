using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenJd.Sessions.Processes;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Spool;

/// <summary>
/// A session's folder in the spool: everything that its host and the worker know of it, so that either may die and the
/// other goes on.
/// </summary>
/// <remarks>
/// The worker writes <c>launch.json</c> and <c>leases.jsonl</c> before the host hears of them; the host writes
/// <c>host/journal.jsonl</c> and <c>host/logs/</c> before the worker hears of them. Where the host is another user, it
/// may write below <c>host/</c> only.
/// </remarks>
internal sealed class SessionFolder
{
    // Room for some reports; their tails of output are the most of them.
    private const int ReserveBytes = 64 * 1024;

    /// <summary>Names a session's folder.</summary>
    /// <param name="path">The folder; its name is the session's id.</param>
    public SessionFolder(string path)
    {
        FullPath = Path.GetFullPath(path);
        Id = Guid.ParseExact(Path.GetFileName(path), "N");
    }

    /// <summary>The session.</summary>
    public Guid Id { get; }

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>
    /// The session's id on this machine, where workers of several farms may have sessions of one id: what runs in a
    /// session is found, and ended, by it.
    /// </summary>
    public string IdOnMachine =>
        $"{Id:N}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FullPath)))[..12]}";

    /// <summary>What marks every process of the session.</summary>
    public ProcessMarker Marker => new(SessionHostProgram.Marker, IdOnMachine);

    /// <summary>The folder that the host writes in.</summary>
    public string Host => Path.Combine(FullPath, "host");

    /// <summary>The reports of the host, one a line.</summary>
    public string Journal => Path.Combine(Host, "journal.jsonl");

    /// <summary>How far the running task is.</summary>
    public string Progress => Path.Combine(Host, "progress.json");

    /// <summary>Output of the session's own actions.</summary>
    public string SessionLog => Path.Combine(Logs, "session.log");

    /// <summary>What the host itself has to say.</summary>
    public string HostLog => Path.Combine(Host, "host.log");

    /// <summary>The folder below which the working directory is made.</summary>
    public string Work => Path.Combine(Host, "work");

    /// <summary>The leases that the worker answers for.</summary>
    public string Leases => Path.Combine(FullPath, "leases.jsonl");

    private string Logs => Path.Combine(Host, "logs");

    private string Launch => Path.Combine(FullPath, "launch.json");

    private string Over => Path.Combine(FullPath, "over.json");

    private string Reserve => Path.Combine(Host, "reserve");

    /// <summary>Makes the folder of a new session.</summary>
    /// <param name="root">The folder of all sessions.</param>
    /// <param name="launch">What its host is started with.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static SessionFolder Create(string root, HostLaunch launch)
    {
        var folder = new SessionFolder(Path.Combine(root, launch.Assignment.SessionId.ToString("N")));
        FolderAccess.CreateToPass(folder.FullPath, launch.RunsAs);
        foreach (string each in (string[])[folder.Host, folder.Logs, folder.Work])
            FolderAccess.CreateToWrite(each, launch.RunsAs);
        folder.Write(launch);
        return folder;
    }

    /// <summary>Takes some room now, for reports to be written when the disk is full.</summary>
    public void ReserveRoom()
    {
        try
        {
            File.WriteAllBytes(Reserve, new byte[ReserveBytes]);
        }
        catch (IOException)
        {
            // It is full already; what the session has to say waits for room.
            GiveRoom();
        }
    }

    /// <summary>Gives back the room that was taken.</summary>
    public void GiveRoom() => File.Delete(Reserve);

    /// <summary>The log of an attempt.</summary>
    /// <param name="attempt">The attempt.</param>
    public string AttemptLog(Guid attempt) => Path.Combine(Logs, $"{attempt:N}.log");

    /// <summary>What the host was started with; null where the folder was never finished, or is half removed.</summary>
    public HostLaunch? ReadLaunch() => Read(Launch);

    /// <summary>
    /// Removes the folder. First it is marked as over: one that is half removed when the worker dies is removed by the
    /// next.
    /// </summary>
    /// <param name="sweep">Removes what belongs to the user that the host ran as.</param>
    public async Task DeleteAsync(Func<JobUser, SessionFolder, Task> sweep)
    {
        if (!Directory.Exists(FullPath))
            return;
        if (File.Exists(Launch))
            File.Move(Launch, Over, overwrite: true);
        if (Read(Over)?.RunsAs is { } user)
            await DeleteSharedAsync(user, sweep);
        Directory.Delete(FullPath, recursive: true);
    }

    // What another user may still write to is never entered: a folder could become a link to anywhere meanwhile.
    private async Task DeleteSharedAsync(JobUser user, Func<JobUser, SessionFolder, Task> sweep)
    {
        string[] shared = [Logs, Work, Host];
        if (!FolderAccess.TryDeleteFlat(shared))
        {
            await sweep(user, this);
            if (!FolderAccess.TryDeleteFlat(shared))
                throw new IOException($"{Host} cannot be removed: '{user.Name}' has files there that stay");
        }
    }

    private void Write(HostLaunch launch)
    {
        string draft = Launch + ".tmp";
        using (FileStream file = SpoolAccess.Of(launch.RunsAs).OpenToWrite(draft, 0))
            JsonSerializer.Serialize(file, launch, HostJson.Default.HostLaunch);
        File.Move(draft, Launch, overwrite: true);
    }

    private static HostLaunch? Read(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(path), HostJson.Default.HostLaunch)
        : null;
}
