using Renderacre.Farm.Jobs;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>
/// The workers that jobs allow and deny. Each worker keeps the jobs that it gets nothing of, so that the search asks
/// no name.
/// </content>
public sealed partial class FarmState
{
    /// <summary>Jobs in memory that have lists, by number.</summary>
    private readonly SortedDictionary<long, FarmJob> _listedJobs = [];

    /// <summary>Has all workers know what a job's lists say, when it appears and when they change.</summary>
    private void ApplyLists(FarmJob job)
    {
        bool had = _listedJobs.Remove(job.Id.Value);
        if (job.Policy.Workers is not null)
            _listedJobs[job.Id.Value] = job;
        else if (!had)
            return;
        foreach (FarmWorker worker in _workers.Values)
            SettleExclusion(job, worker);
    }

    /// <summary>Has a worker know what all jobs' lists say, when it appears and when its name changes.</summary>
    private void ApplyLists(FarmWorker worker)
    {
        foreach (FarmJob job in _listedJobs.Values)
            SettleExclusion(job, worker);
    }

    /// <summary>Has a worker know whether it gets anything of a job.</summary>
    private void SettleExclusion(FarmJob job, FarmWorker worker)
    {
        if (Excludes(job, worker))
            worker.Excluded.Add(job.Id.Value);
        else if (worker.Excluded.Remove(job.Id.Value))
            _freed.Add(worker.Id.Value);
    }

    private static bool Excludes(FarmJob job, FarmWorker worker) =>
        job.Excludes(worker.Id.Value) || job.Policy.Workers?.Bar(worker.Row.Name) == true;

    /// <summary>A job has left memory: no worker needs to know it any more.</summary>
    private void ForgetExclusions(FarmJob job)
    {
        bool isListed = _listedJobs.Remove(job.Id.Value);
        foreach (FarmWorker worker in isListed ? _workers.Values : [])
            worker.Excluded.Remove(job.Id.Value);
        foreach (long worker in job.FailuresByWorker.Keys)
            _workers.GetValueOrDefault(worker)?.Excluded.Remove(job.Id.Value);
    }
}
