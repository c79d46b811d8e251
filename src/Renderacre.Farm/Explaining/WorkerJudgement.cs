using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Explaining;

/// <summary>What keeps a worker from taking a task of a group: the rules of matching, told one by one.</summary>
internal static class WorkerJudgement
{
    /// <summary>Adds all that keeps a worker from it; nothing where it could take one now.</summary>
    public static void Judge(FarmWorker worker, UnitGroup group, List<WorkerObstacle> into)
    {
        RequirementClass wanted = group.Class;
        if (!worker.Classes[wanted.Id])
            JudgeMatch(worker.Profile, wanted.Spec, into);
        JudgeState(worker, into);
        FarmJob job = group.Step.Job;
        if (job.Policy.Workers?.Allows(worker.Row.Name) == false)
            into.Add(new(WorkerObstacleKind.NotAllowed, 0));
        if (job.Policy.Workers?.Denies(worker.Row.Name) == true)
            into.Add(new(WorkerObstacleKind.Denied, 0));
        if (job.Excludes(worker.Id.Value))
            into.Add(new(WorkerObstacleKind.Excluded, 0));
        if (worker.FreeSlots <= 0)
            into.Add(new(WorkerObstacleKind.SlotsTaken, 0));
        if (worker.Classes[wanted.Id])
            JudgeRoom(worker, wanted, into);
        if (worker.Reserved is { } reservation && reservation.Precedes(group) && !reservation.LeavesRoomFor(wanted))
            into.Add(new(WorkerObstacleKind.Reserved, 0));
    }

    private static void JudgeState(FarmWorker worker, List<WorkerObstacle> into)
    {
        WorkerCare care = worker.Row.Care;
        if (!worker.MayOpen && care.Hold is { } hold)
            into.Add(new(KindOf(hold, worker), 0));
        if (care.AsleepSince is not null)
            into.Add(new(WorkerObstacleKind.Asleep, 0));
        else if (!worker.Online)
            into.Add(new(WorkerObstacleKind.Offline, 0));
        else if (worker.Syncs && !worker.Accepting)
            into.Add(new(care.Rest is null ? WorkerObstacleKind.NotAccepting : WorkerObstacleKind.AtRest, 0));
    }

    private static WorkerObstacleKind KindOf(WorkerHold hold, FarmWorker worker)
    {
        if (hold.Kind == WorkerHoldKind.Sick)
            return WorkerObstacleKind.Sick;
        return worker.Sessions.Count > 0 ? WorkerObstacleKind.Draining : WorkerObstacleKind.Disabled;
    }

    private static void JudgeMatch(WorkerProfile profile, RequirementSpec spec, List<WorkerObstacle> into)
    {
        for (int place = 0; place < spec.Labels.Count; place++)
        {
            if (!WorkerMatch.Meets(profile, spec.Labels[place]))
                into.Add(new(WorkerObstacleKind.Label, place));
        }

        if (!WorkerMatch.MeetsPools(profile, spec.Pools))
            into.Add(new(WorkerObstacleKind.Pool, 0));
        for (int place = 0; place < spec.Attributes.Count; place++)
        {
            if (!WorkerMatch.Meets(profile, spec.Attributes[place]))
                into.Add(new(WorkerObstacleKind.Attribute, place));
        }

        for (int place = 0; place < spec.Amounts.Count; place++)
        {
            if (!WorkerMatch.Meets(profile, spec.Amounts[place]))
                into.Add(new(WorkerObstacleKind.Amount, place));
        }
    }

    private static void JudgeRoom(FarmWorker worker, RequirementClass wanted, List<WorkerObstacle> into)
    {
        if (wanted.FullLimits > 0)
            JudgeSeats(worker, wanted, into);
        for (int place = 0; place < wanted.Needs.Length; place++)
        {
            AmountNeed need = wanted.Needs[place];
            if (need.Taken > worker.Free(need.Amount))
                into.Add(new(WorkerObstacleKind.AmountTaken, place));
        }

        if (wanted.Gpus.Count > 0 && worker.Gpus is { } gpus && gpus.CountWithRoom(wanted.Gpus) < wanted.Gpus.Count)
            into.Add(new(WorkerObstacleKind.GpusTaken, 0));
    }

    private static void JudgeSeats(FarmWorker worker, RequirementClass wanted, List<WorkerObstacle> into)
    {
        for (int place = 0; place < wanted.Limits.Length; place++)
        {
            if (wanted.Limits[place].IsPerHost && !worker.HasSeatsFor(wanted.Limits[place]))
                into.Add(new(WorkerObstacleKind.LimitFull, place));
        }
    }
}
