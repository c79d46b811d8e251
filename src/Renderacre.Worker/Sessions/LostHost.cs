using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>Ends a session whose host died: what it left running, and its journal.</summary>
/// <param name="folder">The session's folder.</param>
/// <param name="launch">What the host was started with.</param>
internal sealed class LostHost(SessionFolder folder, HostLaunch launch)
{
    private const string Died = "the session's host process died";

    /// <summary>Kills what is left and writes the reports that the host owed.</summary>
    /// <param name="processes">Ends the processes.</param>
    /// <param name="leases">The leases that the worker answers for.</param>
    /// <param name="said">What the host said when it failed, or null where that is not known.</param>
    /// <exception cref="IOException">The reports cannot be written, or processes not be ended.</exception>
    public async Task EndAsync(SessionProcesses processes, IReadOnlyList<LeaseAssignment> leases, string? said)
    {
        await processes.KillAsync(folder, launch);
        (IReadOnlyList<SyncReport> reports, _) = JournalReader.ReadAll(folder.Journal);
        if (reports.Any(report => report is SessionEnded))
            return;
        HashSet<Guid> open = [.. reports.OfType<LeaseStarted>().Select(started => started.LeaseId)];
        open.ExceptWith(reports.OfType<LeaseCompleted>().Select(completed => completed.LeaseId));
        string message = string.IsNullOrEmpty(said) ? Died : $"{Died}: {said}";
        using var journal = new JournalWriter(folder.Journal, SpoolAccess.Of(launch.RunsAs));
        foreach (LeaseAssignment lease in leases.Where(lease => open.Contains(lease.LeaseId)))
            journal.Append(number => Failed(number, lease, message));
        journal.Append(number => new SessionEnded
        {
            SessionId = folder.Id,
            Number = number,
            Message = message,
            // Where not even one report was written, the next host would do no better.
            Failed = reports.Count == 0 && said is not null,
        });
    }

    private LeaseCompleted Failed(long number, LeaseAssignment lease, string message)
    {
        string log = folder.AttemptLog(lease.AttemptId);
        return new LeaseCompleted
        {
            SessionId = folder.Id,
            Number = number,
            LeaseId = lease.LeaseId,
            Outcome = LeaseOutcome.Failed,
            Message = message,
            HostDied = true,
            LogLength = File.Exists(log) ? new FileInfo(log).Length : 0,
        };
    }
}
