using OpenJd.Sessions.Processes;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>Ends a session whose host died: what it left running, and its journal.</summary>
internal static class LostHost
{
    private const string Message = "the session's host process died";

    /// <summary>Kills what is left and writes the reports that the host owed.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="launcher">Finds marked processes.</param>
    /// <param name="time">Times the looks for what is left.</param>
    public static async Task EndAsync(SessionFolder folder, IProcessLauncher launcher, TimeProvider time)
    {
        await SessionProcesses.KillAsync(folder, launcher, time);
        (IReadOnlyList<SyncReport> reports, _) = JournalReader.ReadAll(folder.Journal);
        if (reports.Any(report => report is SessionEnded))
            return;
        HashSet<Guid> open = [.. reports.OfType<LeaseStarted>().Select(started => started.LeaseId)];
        open.ExceptWith(reports.OfType<LeaseCompleted>().Select(completed => completed.LeaseId));
        using var journal = new JournalWriter(folder.Journal);
        foreach (LeaseAssignment lease in folder.ReadLeases().Where(lease => open.Contains(lease.LeaseId)))
            journal.Append(number => Failed(folder, number, lease));
        journal.Append(number => new SessionEnded { SessionId = folder.Id, Number = number, Message = Message });
    }

    private static LeaseCompleted Failed(SessionFolder folder, long number, LeaseAssignment lease)
    {
        string log = folder.AttemptLog(lease.AttemptId);
        return new LeaseCompleted
        {
            SessionId = folder.Id,
            Number = number,
            LeaseId = lease.LeaseId,
            Outcome = LeaseOutcome.Failed,
            Message = Message,
            LogLength = File.Exists(log) ? new FileInfo(log).Length : 0,
        };
    }
}
