using Renderacre.Farm.Explaining;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.State;

/// <content>Telling which limits keep tasks waiting, and who holds them.</content>
public sealed partial class FarmState
{
    /// <summary>
    /// The limits that have too little left for a class. One that counts hosts keeps nobody waiting while a worker that
    /// holds it can take a task.
    /// </summary>
    private IEnumerable<Obstacle> LimitObstacles(RequirementClass wanted, WorkersConsidered workers)
    {
        if (wanted.FullLimits == 0)
            return [];
        var holders = new LimitHolders(LiveSessions);
        return wanted.Limits
            .Where(demand => !demand.Fits && !(demand.IsPerHost && workers.Able > 0))
            .Select(demand => ObstacleOf(demand, holders));
    }

    private static Obstacle ObstacleOf(LimitDemand demand, LimitHolders holders)
    {
        ObstacleKind kind = demand.Limit.Row is null ? ObstacleKind.LimitUndefined
            : demand.Amount > demand.Limit.Size ? ObstacleKind.LimitTooSmall
            : demand.Limit.IsClosed ? ObstacleKind.LimitClosed
            : ObstacleKind.LimitFull;
        return new Obstacle(kind)
        {
            Name = demand.Limit.Name,
            Asked = demand.Amount,
            Limit = UseOf(demand.Limit, holders),
        };
    }
}
