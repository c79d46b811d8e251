using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.State;

/// <content>
/// Jobs that wait for jobs. Whoever waits is kept under the number of what it waits for, and woken by its end alone.
/// </content>
public sealed partial class FarmState
{
    private readonly Dictionary<long, SortedSet<long>> _waiting = [];

    /// <summary>What is wrong with dependencies that a job is to have, or null.</summary>
    /// <param name="job">The job; null for one that is only now submitted, for which nobody can wait.</param>
    /// <param name="dependencies">What it is to wait for; what is to be known of has to be in memory.</param>
    private FarmError? FaultIn(FarmJob? job, IReadOnlyList<JobDependency> dependencies)
    {
        foreach (JobDependency dependency in dependencies)
        {
            if (!_jobs.ContainsKey(dependency.Job.Value))
                return new FarmError(FarmErrorKind.Invalid, "a job that is to be waited for is not there any more");
            if (job is not null && WayTo(job.Id.Value, dependency.Job.Value) is { } way)
            {
                string names = string.Join(" → ", way.Prepend(job.Id.Value).Select(id => $"'{_jobs[id].Plan.Name}'"));
                return new FarmError(FarmErrorKind.Invalid, $"jobs would wait for each other in a circle: {names}");
            }
        }

        return null;
    }

    /// <summary>The jobs on a way along waits from one to another, both included; null where there is none.</summary>
    private List<long>? WayTo(long target, long from)
    {
        var cameFrom = new Dictionary<long, long> { [from] = from };
        var open = new Queue<long>([from]);
        while (open.TryDequeue(out long at))
        {
            if (at == target)
                return Way(cameFrom, target);
            foreach (long next in _jobs.GetValueOrDefault(at)?.Waits.Keys ?? Enumerable.Empty<long>())
            {
                if (cameFrom.TryAdd(next, at))
                    open.Enqueue(next);
            }
        }

        return null;
    }

    private static List<long> Way(Dictionary<long, long> cameFrom, long target)
    {
        var way = new List<long> { target };
        while (cameFrom[way[^1]] != way[^1])
            way.Add(cameFrom[way[^1]]);
        way.Reverse();
        return way;
    }

    /// <summary>Has a job wait for others, but for those that have ended as is wanted already.</summary>
    private void Depend(FarmJob job, IReadOnlyList<JobDependency> dependencies)
    {
        foreach (JobDependency dependency in dependencies)
        {
            Leave(job, dependency.Job.Value);
            var wait = new JobWait(dependency.OnEnd, _jobs[dependency.Job.Value].State);
            bool isMet = wait.IsMetBy(wait.State);
            if (!isMet)
                Await(job, dependency.Job.Value, wait);
            Emit(job, dependency, isMet ? JobDependencyState.Met : JobDependencyState.Waiting);
        }
    }

    /// <summary>Takes dependencies of a job away, met or not.</summary>
    private void Drop(FarmJob job, IReadOnlyList<JobId> upstream)
    {
        foreach (JobId each in upstream)
        {
            bool onEnd = job.Waits.GetValueOrDefault(each.Value)?.OnEnd ?? false;
            Leave(job, each.Value);
            Emit(job, new JobDependency(each, onEnd), JobDependencyState.Dropped);
        }
    }

    private void Emit(FarmJob job, JobDependency dependency, JobDependencyState state) =>
        Emit(new JobDependencyChanged(job.Id, dependency, state) { By = _context.Principal, At = Now });

    private void Await(FarmJob job, long upstream, JobWait wait)
    {
        job.Waits[upstream] = wait;
        if (!_waiting.TryGetValue(upstream, out SortedSet<long>? waiting))
            _waiting[upstream] = waiting = [];
        waiting.Add(job.Id.Value);
    }

    private void Leave(FarmJob job, long upstream)
    {
        job.Waits.Remove(upstream);
        if (_waiting.TryGetValue(upstream, out SortedSet<long>? waiting) && waiting.Remove(job.Id.Value)
            && waiting.Count == 0)
        {
            _waiting.Remove(upstream);
        }
    }

    /// <summary>Wakes what waits for jobs that have ended since the last commit.</summary>
    private void WakeDependents()
    {
        if (_waiting.Count == 0)
            return;
        foreach (FarmJob job in _changedJobs.Where(job => _waiting.ContainsKey(job.Id.Value)).ToList())
            WakeDependents(job.Id, job.State);
    }

    private void WakeDependents(JobId upstream, JobState? state)
    {
        foreach (long id in _waiting.GetValueOrDefault(upstream.Value)?.ToList() ?? [])
        {
            FarmJob job = _jobs[id];
            JobWait wait = job.Waits[upstream.Value];
            if (wait.IsMetBy(state))
                Meet(job, upstream, wait);
            else
                job.Waits[upstream.Value] = wait with { State = state };
        }
    }

    private void Meet(FarmJob job, JobId upstream, JobWait wait)
    {
        Leave(job, upstream.Value);
        Emit(job, new JobDependency(upstream, wait.OnEnd), JobDependencyState.Met);
        if (job.Waits.Count == 0)
            RefreshAll(job);
    }

    /// <summary>Takes a job's waits over from storage.</summary>
    private void LoadWaits(FarmJob job, IReadOnlyList<KeyValuePair<JobId, JobWait>> waits)
    {
        foreach ((JobId upstream, JobWait wait) in waits)
            Await(job, upstream.Value, wait);
    }

    /// <summary>What ended while a job was not in memory is met now that it is.</summary>
    private void CatchUpOnWaits(FarmJob job)
    {
        foreach ((long upstream, JobWait wait) in job.Waits.ToList())
        {
            JobState? state = _jobs.TryGetValue(upstream, out FarmJob? known) ? known.State : wait.State;
            if (wait.IsMetBy(state))
                Meet(job, new JobId(upstream), wait);
        }
    }

    /// <summary>A job has left memory: nobody is woken for it any more.</summary>
    private void ForgetWaits(FarmJob job)
    {
        foreach (long upstream in job.Waits.Keys.ToList())
            Leave(job, upstream);
    }
}
