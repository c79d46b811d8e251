using System.Runtime.CompilerServices;
using Renderacre.Farm.Explaining;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Checkers;

/// <summary>
/// What an explanation says of workers is what the judge finds of them: for each reason as many, as many that are able,
/// and for the nearest one what it lacks. Where the books leave something open it lies between what surely and what
/// perhaps is.
/// </summary>
internal sealed class ExplainedWorkers
{
    private readonly LedgerJob _job;
    private readonly WorkersConsidered _told;
    private readonly Dictionary<(WorkerObstacleKind Kind, string Name), (int Sure, int Perhaps)> _counts = [];
    private readonly Dictionary<long, IReadOnlyList<WorkerReason>> _reasons = [];

    private ExplainedWorkers(Ledger ledger, LedgerJob job, WorkerJudge judge, WorkersConsidered told)
    {
        (_job, _told) = (job, told);
        foreach (LedgerWorker worker in ledger.Workers.Values.Where(worker => !BruteForce.IsFormer(ledger, worker)))
        {
            IReadOnlyList<WorkerReason> reasons = _reasons[worker.Id.Value] = judge.Against(worker);
            foreach (WorkerReason reason in reasons)
            {
                (int sure, int perhaps) = _counts.GetValueOrDefault((reason.Kind, reason.Name));
                _counts[(reason.Kind, reason.Name)] = (sure + (reason.IsSure ? 1 : 0), perhaps + 1);
            }
        }
    }

    public static void Check(Ledger ledger, LedgerJob job, WorkerJudge judge, WorkersConsidered told)
    {
        var checker = new ExplainedWorkers(ledger, job, judge, told);
        checker.Require(told.Considered == checker._reasons.Count, $"{told.Considered} workers are considered");
        checker.CheckAble(checker.CheckCounts());
        checker.CheckNearest();
    }

    /// <summary>Compares how many workers lack what.</summary>
    /// <returns>How many more, at most, are said to be kept away than surely are.</returns>
    private int CheckCounts()
    {
        var told = _told.Exclusions.GroupBy(each => (each.Miss.Kind, NameOf(each.Miss)))
            .ToDictionary(group => group.Key, group => group.Sum(each => each.Workers));
        int more = 0;
        foreach ((WorkerObstacleKind kind, string name) in _counts.Keys.Union(told.Keys))
        {
            int said = told.GetValueOrDefault((kind, name));
            (int sure, int perhaps) = _counts.GetValueOrDefault((kind, name));
            Require(
                said >= sure && said <= perhaps,
                $"{kind} {name} keeps {said} workers from it, they say; the judge counts {sure} to {perhaps}");
            more += said - sure;
        }

        return more;
    }

    private void CheckAble(int more)
    {
        int most = _reasons.Values.Count(reasons => !reasons.Any(reason => reason.IsSure));
        int able = _told.Able;
        Require(able <= most, $"{able} workers could take it, they say; the judge finds {most}");
        Require(able >= most - more, $"{able} workers could take it, they say; the judge finds {most} less {more}");
    }

    private void CheckNearest()
    {
        bool named = _told.Nearest is not null;
        Require(named == (_told.Able == 0 && _told.Considered > 0), $"{_told.Able} are able; nearest: {_told.Nearest}");
        if (_told.Nearest is not { } nearest)
            return;
        IReadOnlyList<WorkerReason> reasons = _reasons[nearest.Worker.Value];
        var lacks = nearest.Misses.Select(miss => (miss.Kind, NameOf(miss))).ToHashSet();
        bool agrees = reasons.Where(reason => reason.IsSure).All(reason => lacks.Contains((reason.Kind, reason.Name)))
            && lacks.All(lack => reasons.Any(reason => (reason.Kind, reason.Name) == lack));
        Require(agrees, $"{nearest.Name} is said to lack {string.Join(", ", lacks)}; it does {Words(reasons)}");
        int least = _reasons.Values.Min(each => each.Count);
        Require(nearest.Misses.Count <= least, $"{nearest.Name} lacks {lacks.Count} things, and another {least}");
    }

    // Who a worker or a limit is kept for, the judge does not tell by name.
    private static string NameOf(WorkerMiss miss) => miss.Kind is WorkerObstacleKind.LimitKept
        or WorkerObstacleKind.Reserved ? "" : miss.Name ?? "";

    private static string Words(IEnumerable<WorkerReason> reasons) => string.Join(", ", reasons);

    private void Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Otherwise otherwise)
    {
        if (!holds)
            throw new Violation(nameof(ExplainChecker), otherwise.ToText(), $"job {_job.Id.Value}");
    }
}
