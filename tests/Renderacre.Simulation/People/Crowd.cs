using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Ids;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Ledgers;

namespace Renderacre.Simulation.People;

/// <summary>The people of a farm: submit jobs, and do all that can be done to them, sensible or not.</summary>
internal sealed class Crowd(SimulatedFarm farm)
{
    // What a healed farm is left to do, a job.
    private const int LeftMax = 300;

    private static readonly IReadOnlyList<string> Shares = ["ann", "bob", "film", "", "nobody"];

    private int _submitted;

    public void Start()
    {
        for (int limit = 0; limit < JobShapes.Limits.Count - 1; limit++)
            farm.Send(LimitCalls.Define(farm, LimitShapes.Make(farm.Random, JobShapes.Limits[limit])));
        Live();
    }

    public void Heal() => Help();

    /// <summary>What stops jobs for good is put right: somebody goes through the farm.</summary>
    public void Help()
    {
        foreach (string limit in JobShapes.Limits)
        {
            var ample = new LimitDefine { Name = limit, MaxCount = 50, Headroom = 0, Source = new LimitSource() };
            farm.Send(LimitCalls.Define(farm, ample));
        }

        foreach (LedgerWorker worker in farm.Ledger.Workers.Values.Where(worker => worker.Row.Care.Hold is not null))
            farm.Send(PeopleCalls.Tend(farm, worker.Id, "enable worker"));
        foreach (LedgerJob job in farm.Ledger.OpenJobs.Values.ToList())
        {
            if (job.Paused)
                farm.Send(PeopleCalls.Act(farm, job.Id, "resume"));
            foreach (LedgerStep step in job.Steps.Where(step => step.Paused.Count > 0))
                farm.Send(PeopleCalls.PauseStep(farm, job.Id, step.Plan.Name, paused: false));
            if (job.Waits.Count > 0)
                farm.Send(EditCalls.Edit(farm, job.Id, EditShapes.DropWaits(job)));
            bool isLong = job.Count(TaskState.Pending) > LeftMax;
            if (!job.Cancelled && (isLong || job.Steps.Any(step => NobodyServes(job, step))))
                farm.Send(PeopleCalls.Act(farm, job.Id, "cancel"));
        }
    }

    private bool NobodyServes(LedgerJob job, LedgerStep step) =>
        PendingClasses(step).Any(place => !farm.Ledger.Workers.Values.Any(worker =>
            (worker.Row.State == WorkerState.Online || worker.Row.Care.AsleepSince is not null)
            && BruteForce.Serves(farm.Ledger, worker, step.Plan.Classes[place])
            && !JobRules.Bars(job, worker) && !JobRules.Excludes(job, worker.Id.Value)));

    private static IEnumerable<int> PendingClasses(LedgerStep step) =>
        step.Counts[(int)TaskState.Pending] == 0
            ? []
            : step.Units.Where(unit => step.StateOf(unit) == TaskState.Pending).Select(step.ClassOf).Distinct();

    private void Live()
    {
        if (farm.Healed)
            return;
        if (farm.Ledger.OpenJobs.Count < farm.Shape.JobsAtOnce)
            Submit();
        else if (farm.Random.Chance(0.7))
            Act();
        if (farm.Random.Chance(0.05))
            ChangeLimit(farm.Random.Pick(JobShapes.Limits));
        if (farm.Random.Chance(0.1))
            farm.Send(LimitCalls.Report(farm, farm.Random.Pick(JobShapes.Limits)));
        if (farm.Random.Chance(0.1) && farm.Ledger.Workers.Count > 0)
            Tend();
        if (farm.Random.Chance(0.02))
            farm.Send(ShareCalls.Define(farm.Random.Pick(Shares), farm.Random.Pick<int>([1, 50, 100, 300])));
        farm.Agenda.After(farm.Random.Wait(farm.Shape.TaskTime * 2), Live);
    }

    private void Submit()
    {
        _submitted++;
        // The farm's own time: a wall clock that was set hours ahead would have jobs wait longer than anybody watches.
        DateTimeOffset now = farm.Controller?.Now.ToUtc() ?? farm.Agenda.Time.GetUtcNow();
        JobSubmit submit = PolicyShapes.Add(JobShapes.Make(farm.Random, _submitted), farm.Random, now);
        farm.Send(farm.Random.Chance(0.4)
            ? PeopleCalls.SubmitPlan(farm, submit)
            : PeopleCalls.Submit(farm, submit));
    }

    private void Act()
    {
        JobId job = AnyJob();
        if (farm.Random.Chance(0.05))
        {
            farm.Send(farm.Random.Chance(0.5)
                ? ExplainCalls.Of(farm, job)
                : ExplainCalls.Of(farm, AnyUnit(job)));
            return;
        }

        if (farm.Random.Chance(0.5))
        {
            farm.Send(PeopleCalls.Act(farm, AnyUnit(job), farm.Random.Pick<string>(
                ["cancel", "cancel", "requeue", "requeue", "pause", "resume"])));
            return;
        }

        if (farm.Random.Chance(0.1))
        {
            string step = farm.Ledger.Jobs.TryGetValue(job.Value, out LedgerJob? known)
                ? farm.Random.Pick(known.Steps).Plan.Name
                : "gone";
            farm.Send(farm.Random.Chance(0.2)
                ? PeopleCalls.RequeueStep(farm, job, step, farm.Random.Chance(0.5))
                : PeopleCalls.PauseStep(farm, job, step, farm.Random.Chance(0.5)));
            return;
        }

        if (farm.Random.Chance(0.2) && farm.Ledger.Jobs.TryGetValue(AnyJob().Value, out LedgerJob? other))
        {
            // Of a job that is gone is asked what could be asked of the other one.
            LedgerJob edited = farm.Ledger.Jobs.GetValueOrDefault(job.Value, other);
            farm.Send(EditCalls.Edit(farm, job, EditShapes.Make(edited, other, farm.Random)));
            return;
        }

        farm.Send(PeopleCalls.Act(farm, job, farm.Random.Pick<string>(
        [
            "pause", "pause", "resume", "resume", "cancel", "priority", "priority", "archive", "unarchive", "requeue",
            "requeue failed", "requeue succeeded", "delete", "clone",
        ])));
    }

    // Most are put back soon, so that the farm has workers.
    private void Tend()
    {
        LedgerWorker[] held = [.. farm.Ledger.Workers.Values.Where(worker => worker.Row.Care.Hold is not null)];
        if (held.Length * 4 > farm.Ledger.Workers.Count || (held.Length > 0 && farm.Random.Chance(0.4)))
        {
            farm.Send(PeopleCalls.Tend(farm, held[farm.Random.Next(held.Length)].Id, "enable worker"));
            return;
        }

        farm.Send(PeopleCalls.Tend(farm, AnyWorker(held), farm.Random.Pick<string>(
            ["drain worker", "drain worker now", "note worker", "enable worker"])));
    }

    private WorkerId AnyWorker(LedgerWorker[] held)
    {
        if (farm.Random.Chance(0.03))
            return new WorkerId(1_000_000);
        return held.Length > 0 && farm.Random.Chance(0.1)
            ? farm.Random.Pick(held).Id
            : farm.Ledger.Workers.Values.ElementAt(farm.Random.Next(farm.Ledger.Workers.Count)).Id;
    }

    private UnitRef AnyUnit(JobId job)
    {
        if (!farm.Ledger.Jobs.TryGetValue(job.Value, out LedgerJob? known))
            return new UnitRef(job, 0, 0);
        int step = farm.Random.Next(known.Steps.Count);
        return new UnitRef(job, step, farm.Random.Next((int)known.Steps[step].Plan.UnitsMade));
    }

    private JobId AnyJob()
    {
        double share = farm.Random.NextShare();
        if (share < 0.7 && farm.Ledger.OpenJobs.Count > 0)
            return farm.Ledger.OpenJobs.Values.ElementAt(farm.Random.Next(farm.Ledger.OpenJobs.Count)).Id;
        if (share < 0.95 && farm.Ledger.Jobs.Count > 0)
            return farm.Ledger.Jobs.Values.ElementAt(farm.Random.Next(farm.Ledger.Jobs.Count)).Id;
        return farm.Ledger.Deleted.Count > 0
            ? new JobId(farm.Ledger.Deleted.ElementAt(farm.Random.Next(farm.Ledger.Deleted.Count)))
            : new JobId(1_000_000);
    }

    private void ChangeLimit(string limit) => farm.Send(farm.Random.Chance(0.2)
        ? LimitCalls.Delete(farm, limit)
        : farm.Random.Chance(0.2)
        ? LimitCalls.Reopen(farm, limit)
        : LimitCalls.Define(farm, LimitShapes.Make(farm.Random, limit)));
}
