using Renderacre.Contracts.Limits;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>What must hold of limits after every command.</content>
public sealed partial class FarmState
{
    private void CheckLimit(FarmLimit limit)
    {
        long held = HeldOf(limit, _ => true);
        Require(limit.Used == held, $"limit {limit.Name} counts {limit.Used} and {held} is held of it");
        long leaving = limit.CountedPer == LimitScope.Task ? 0 : held - HeldOf(limit, session => !session.Ending);
        Require(limit.Leaving == leaving, $"limit {limit.Name} counts {limit.Leaving} as leaving and {leaving} is");
        foreach (LimitDemand demand in limit.Demands)
            Require(demand.Fits == !Lacks(demand), $"limit {limit.Name}: what fits is off");
        foreach (FarmWorker worker in _workers.Values)
        {
            bool holds = limit.CountedPer == LimitScope.Host
                && worker.Sessions.Values.Any(session => AskedOf(session, limit) > 0);
            Require(worker.Seats.ContainsKey(limit) == holds, $"worker {worker.Id.Value}: its seat of {limit.Name}");
        }
    }

    private long HeldOf(FarmLimit limit, Func<FarmSession, bool> counts)
    {
        IEnumerable<FarmSession> sessions = LiveSessions.Where(counts);
        return limit.CountedPer switch
        {
            LimitScope.Session => sessions.Sum(session => AskedOf(session, limit)),
            LimitScope.Task => sessions.Where(session => session.Leases.Count > 0)
                .Sum(session => AskedOf(session, limit)),
            LimitScope.Host => sessions.GroupBy(session => session.Worker)
                .Sum(host => host.Max(session => AskedOf(session, limit))),
        };
    }

    private static long AskedOf(FarmSession session, FarmLimit limit) =>
        session.Group.Class.Limits.Where(demand => demand.Limit == limit).Sum(demand => demand.Amount);
}
