using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.State;

/// <content>Handing over what has changed, and letting go of what has ended.</content>
public sealed partial class FarmState
{
    private readonly List<FarmJob> _changedJobs = [];
    private readonly SortedDictionary<long, FarmSession> _reportedSessions = [];
    private readonly List<FarmStep> _changedSteps = [];
    private readonly List<FarmJob> _loadedJobs = [];

    /// <summary>Takes all that has changed since the last time. Jobs that have ended leave memory.</summary>
    /// <returns>The commit, or null where nothing has changed.</returns>
    public FarmCommit? TakeCommit()
    {
        foreach (FarmSession session in _reportedSessions.Values.Where(session => !session.Closed))
            Emit(new SessionReported(session.Opened.Session, session.LastReport) { By = _context.Principal, At = Now });
        _reportedSessions.Clear();
        WakeDependents();
        List<BitmapNodeRow> nodes = TakeNodes();
        EmitChangedJobs();
        EmitChangedShares();
        ReleaseLoadedJobs();
        if (_events.Count == 0 && nodes.Count == 0)
            return null;
        var commit = new FarmCommit(++_revision, _nextId, _events, nodes);
        _events = [];
        return commit;
    }

    private void Change(FarmJob job)
    {
        if (job.Changed)
            return;
        job.Changed = true;
        _changedJobs.Add(job);
    }

    private void Change(FarmStep step)
    {
        if (step.Changed)
            return;
        step.Changed = true;
        _changedSteps.Add(step);
    }

    private List<BitmapNodeRow> TakeNodes()
    {
        var nodes = new List<BitmapNodeRow>();
        foreach (FarmStep step in _changedSteps)
        {
            step.Changed = false;
            EmitEstimate(step);
            nodes.AddRange(step.Succeeded.TakeChanged(step.Job.Id, step.Place, UnitBitmapKind.Succeeded));
            nodes.AddRange(step.Cancelled.TakeChanged(step.Job.Id, step.Place, UnitBitmapKind.Cancelled));
            if (step.Paused is { } paused)
                nodes.AddRange(paused.TakeChanged(step.Job.Id, step.Place, UnitBitmapKind.Paused));
            if (step.Removed is { } removed)
                nodes.AddRange(removed.TakeChanged(step.Job.Id, step.Place, UnitBitmapKind.Removed));
        }

        _changedSteps.Clear();
        return nodes;
    }

    private void EmitChangedJobs()
    {
        _changedJobs.Sort((left, right) => left.Id.Value.CompareTo(right.Id.Value));
        foreach (FarmJob job in _changedJobs)
        {
            job.Changed = false;
            bool held = !job.Ended || job.LiveSessions > 0;
            Emit(new JobChanged(
                job.Id, job.State, job.Paused, job.EverLeased, job.Priority, job.Counters.Snapshot, held)
            {
                By = _context.Principal,
                At = Now,
                Archived = job.Archived,
            });
            EmitEnd(job);
            if (!held)
                Release(job);
        }

        _changedJobs.Clear();
    }

    /// <summary>A job that was loaded for a command that changed nothing leaves memory again.</summary>
    private void ReleaseLoadedJobs()
    {
        foreach (FarmJob job in _loadedJobs.Where(job => job.Ended && job.LiveSessions == 0))
            Release(job);
        _loadedJobs.Clear();
    }

    private void Release(FarmJob job)
    {
        if (!_jobs.Remove(job.Id.Value))
            return;
        ForgetExclusions(job);
        ForgetWaits(job);
        foreach (UnitGroup group in job.Steps.SelectMany(step => step.Groups))
            _classes.Release(group.Class, _workers.Values);
    }
}
