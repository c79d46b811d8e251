using Renderacre.Contracts.Limits;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Sessions;

namespace Renderacre.Farm.Limits;

/// <summary>Which jobs hold how much of each limit, counted from the sessions.</summary>
internal sealed class LimitHolders
{
    private const int NamedMax = 5;

    private readonly Dictionary<FarmLimit, SortedDictionary<long, LimitShare>> _shares = [];
    private readonly HashSet<(FarmLimit Limit, long Job, long Worker)> _workers = [];

    /// <summary>Counts sessions.</summary>
    public LimitHolders(IEnumerable<FarmSession> sessions)
    {
        foreach (FarmSession session in sessions)
        {
            foreach (LimitDemand demand in session.Group.Class.Limits.Where(demand => Holds(session, demand)))
                Add(demand, session.Group.Step.Job);
        }
    }

    /// <summary>The jobs that hold most of a limit, those with most first.</summary>
    public IReadOnlyList<LimitShare> Of(FarmLimit limit) => _shares.TryGetValue(limit, out var shares)
        ? [.. shares.Values.OrderByDescending(share => share.Held).Take(NamedMax)]
        : [];

    private bool Holds(FarmSession session, LimitDemand demand) => demand.HeldBy(session) > 0
        || (demand.Limit.CountedPer == LimitScope.Host
            && _workers.Add((demand.Limit, session.Opened.Job.Value, session.Worker.Id.Value)));

    private void Add(LimitDemand demand, FarmJob job)
    {
        if (!_shares.TryGetValue(demand.Limit, out var shares))
            _shares[demand.Limit] = shares = [];
        long before = shares.TryGetValue(job.Id.Value, out LimitShare? share) ? share.Held : 0;
        shares[job.Id.Value] = new LimitShare(job.Id, job.Plan.Name, before + demand.Amount);
    }
}
