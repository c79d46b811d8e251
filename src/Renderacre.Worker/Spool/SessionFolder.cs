using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;

namespace Renderacre.Worker.Spool;

/// <summary>
/// A session's folder in the spool: everything that its host and the worker know of it, so that either may die and the
/// other goes on.
/// </summary>
/// <remarks>
/// <c>assignment.json</c> and <c>leases/</c> are written by the worker before the host hears of them;
/// <c>journal.jsonl</c> and <c>logs/</c> by the host before the worker hears of them.
/// </remarks>
internal sealed class SessionFolder
{
    // Room for some reports; their tails of output are the most of them.
    private const int ReserveBytes = 64 * 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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

    /// <summary>The reports of the host, one a line.</summary>
    public string Journal => Path.Combine(FullPath, "journal.jsonl");

    /// <summary>Output of the session's own actions.</summary>
    public string SessionLog => Path.Combine(FullPath, "logs", "session.log");

    /// <summary>What the host itself has to say.</summary>
    public string HostLog => Path.Combine(FullPath, "host.log");

    /// <summary>The folder below which the working directory is made.</summary>
    public string Work => Path.Combine(FullPath, "work");

    private string ControlGroup => Path.Combine(FullPath, "control-group");

    private string Assignment => Path.Combine(FullPath, "assignment.json");

    private string Reserve => Path.Combine(FullPath, "reserve");

    private string Leases => Path.Combine(FullPath, "leases");

    /// <summary>Makes the folder of a new session.</summary>
    /// <param name="root">The folder of all sessions.</param>
    /// <param name="assignment">The session.</param>
    public static SessionFolder Create(string root, SessionAssignment assignment)
    {
        var folder = new SessionFolder(Path.Combine(root, assignment.SessionId.ToString("N")));
        MakePrivate(folder.FullPath);
        Directory.CreateDirectory(folder.Leases);
        Directory.CreateDirectory(Path.Combine(folder.FullPath, "logs"));
        Directory.CreateDirectory(folder.Work);
        WriteWhole(folder.Assignment, JsonSerializer.SerializeToUtf8Bytes(
            assignment, WireJson.Default.SessionAssignment));
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
    public string AttemptLog(Guid attempt) => Path.Combine(FullPath, "logs", $"{attempt:N}.log");

    /// <summary>What the session was opened with, or null where the folder was never finished.</summary>
    public SessionAssignment? ReadAssignment() => File.Exists(Assignment)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(Assignment), WireJson.Default.SessionAssignment)
        : null;

    /// <summary>Keeps the control group that the host has made for itself.</summary>
    /// <param name="group">The group's folder.</param>
    public void WriteControlGroup(string group) =>
        WriteWhole(ControlGroup, System.Text.Encoding.UTF8.GetBytes(group));

    /// <summary>The control group that holds the session's processes, or null where there is none.</summary>
    public string? ReadControlGroup() => File.Exists(ControlGroup) ? File.ReadAllText(ControlGroup) : null;

    /// <summary>Keeps a lease, before the host hears of it.</summary>
    /// <param name="lease">The lease.</param>
    public void Keep(LeaseAssignment lease) => WriteWhole(
        Path.Combine(Leases, $"{lease.LeaseId:N}.json"),
        JsonSerializer.SerializeToUtf8Bytes(lease, WireJson.Default.LeaseAssignment));

    /// <summary>The leases that were kept.</summary>
    public IReadOnlyList<LeaseAssignment> ReadLeases() =>
        [.. Directory.EnumerateFiles(Leases, "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize(File.ReadAllBytes(file), WireJson.Default.LeaseAssignment))
            .OfType<LeaseAssignment>()];

    /// <summary>Lets go of a lease that is done with, its log included.</summary>
    /// <param name="lease">The lease.</param>
    public void Drop(LeaseAssignment lease)
    {
        File.Delete(Path.Combine(Leases, $"{lease.LeaseId:N}.json"));
        File.Delete(AttemptLog(lease.AttemptId));
    }

    /// <summary>
    /// Removes the folder. The assignment goes first: a folder that was half removed when the worker died has none, and
    /// is taken for one that was never finished.
    /// </summary>
    public void Delete()
    {
        if (!Directory.Exists(FullPath))
            return;
        File.Delete(Assignment);
        Directory.Delete(FullPath, recursive: true);
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    /// <param name="path">The folder.</param>
    public static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }

    private static void WriteWhole(string path, byte[] content)
    {
        string draft = path + ".tmp";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
