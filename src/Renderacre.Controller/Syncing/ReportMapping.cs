using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Http;
using Renderacre.Controller.Ids;
using Renderacre.Controller.Tasks;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Syncing;

/// <summary>What a worker reports, from the wire's terms to the farm's.</summary>
internal static class ReportMapping
{
    private const int RestMax = 200;

    // Thirty thousand years: no attempt lives longer, and microseconds of it can be stored.
    private const double CpuSecondsMax = 1e12;

    private const int WarningsMax = 100;
    private const int WarningLengthMax = 2000;

    /// <summary>Maps a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="worker">Its worker.</param>
    /// <exception cref="RefusedException">400: too many reports, or one that is not valid.</exception>
    public static SyncCommand Map(SyncRequest request, WorkerId worker)
    {
        if (request.Reports.Count > SyncProtocol.ReportsMax)
        {
            throw RefusedException.Invalid(
                $"reports: has {request.Reports.Count} entries; at most {SyncProtocol.ReportsMax} are possible");
        }
        SessionReport[] reports = [.. request.Reports.Select((report, place) => Map(report, $"reports[{place}]"))];
        SessionId[]? held = request.Sessions is null
            ? null
            : [.. request.Sessions.Select((id, place) => Session(id, $"sessions[{place}]"))];
        // Every request gets an answer, so every one can be given work; one that may not be held gets none later.
        return new SyncCommand(worker, request.Incarnation, held, request.Accepting, Waiting: true, reports)
        {
            Rest = RestOf(request),
            RestUntil = request.Rest?.Until is { } until ? FarmTime.From(until) : null,
            RestsNow = request.Rest?.Now == true,
        };
    }

    private static string? RestOf(SyncRequest request) => request.Rest?.Reason switch
    {
        { Length: > RestMax } reason => throw RefusedException.Invalid(
            $"rest.reason: has {reason.Length} characters; at most {RestMax} are possible"),
        var reason => reason,
    };

    private static SessionReport Map(SyncReport? report, string field)
    {
        if (report is null)
            throw RefusedException.Invalid($"{field}: is null; give a report");
        if (report.Number < 1)
            throw RefusedException.Invalid($"{field}.number: is {report.Number}; reports count from 1");
        SessionId session = Session(report.SessionId, $"{field}.session_id");
        long number = report.Number;
        return report switch
        {
            LeaseStarted started => new LeaseStartedReport(session, number, Lease(started.LeaseId, field)),
            LeaseReturned returned => new LeaseReturnedReport(session, number, Lease(returned.LeaseId, field)),
            LeaseCompleted completed => new LeaseCompletedReport(
                session, number, Lease(completed.LeaseId, field), ToResult(completed, field)),
            SessionActionEnded ran => new ActionRanReport(
                session, number, ran.Environment, ran.Entering, ran.Outcome, ran.ExitCode, ran.Message),
            SessionEnded ended => new SessionEndedReport(session, number, ended.Failed, ended.Message)
            {
                ExitCode = ended.ExitCode,
                StdoutTail = Tails.Cut(ended.StdoutTail),
                StderrTail = Tails.Cut(ended.StderrTail),
            },
            _ => throw new InvalidOperationException($"a {report.GetType().Name} is read but not mapped"),
        };
    }

    private static AttemptResult ToResult(LeaseCompleted completed, string field)
    {
        if (completed.LogLength < 0)
            throw RefusedException.Invalid($"{field}.log_length: is {completed.LogLength}; 0 or more is wanted");
        return new AttemptResult(
            completed.Outcome, completed.ExitCode, completed.Message, Tails.Cut(completed.StdoutTail),
            Tails.Cut(completed.StderrTail), completed.LogLength,
            ReportedArtifacts.Check($"{field}.artifacts", completed.Artifacts), CheckUsage(completed.Usage, field))
        {
            HostDied = completed.HostDied,
            Remedy = completed.Outcome == LeaseOutcome.Failed ? completed.Remedy : null,
            LicenceLimit = completed.Remedy == FailureRemedy.Licence ? completed.LicenceLimit : null,
            Warnings = CheckWarnings(completed.Warnings, field),
        };
    }

    private static IReadOnlyList<string> CheckWarnings(IReadOnlyList<string> warnings, string field) =>
        warnings.Count <= WarningsMax && warnings.All(warning => warning?.Length <= WarningLengthMax)
            ? warnings
            : throw RefusedException.Invalid(
                $"{field}.warnings: at most {WarningsMax} texts of {WarningLengthMax} characters are possible");

    private static AttemptUsage? CheckUsage(AttemptUsage? usage, string field)
    {
        if (usage is { } given && (!(given.CpuSeconds is >= 0 and < CpuSecondsMax) || given.PeakMemoryBytes < 0
            || given.ReadBytes < 0 || given.WrittenBytes < 0))
        {
            throw RefusedException.Invalid($"{field}.usage: {given} has a number below 0 or out of reason");
        }

        return usage;
    }

    // An id that this farm never gave out names a session that it does not have: the worker is told to forget it.
    private static SessionId Session(Guid id, string field) =>
        WireIds.AsSession(id) ?? throw RefusedException.Invalid($"{field}: {id} is no session of this farm");

    private static LeaseId Lease(Guid id, string field) =>
        WireIds.AsLease(id) ?? throw RefusedException.Invalid($"{field}.lease_id: {id} is no lease of this farm");
}
