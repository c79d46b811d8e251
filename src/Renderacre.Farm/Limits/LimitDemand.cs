using Renderacre.Contracts.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;

namespace Renderacre.Farm.Limits;

/// <summary>What a class takes of a limit.</summary>
/// <param name="limit">The limit.</param>
/// <param name="by">The class.</param>
/// <param name="amount">How much, scaled by <see cref="AmountScale.Factor"/>; more than 0.</param>
internal sealed class LimitDemand(FarmLimit limit, RequirementClass by, long amount)
{
    /// <summary>The limit.</summary>
    public FarmLimit Limit { get; } = limit;

    /// <summary>The class.</summary>
    public RequirementClass By { get; } = by;

    /// <summary>How much.</summary>
    public long Amount { get; } = amount;

    /// <summary>Whether so much is free for whoever holds none of it.</summary>
    public bool Fits { get; set; }

    /// <summary>Whether a worker that holds some of it already may get on with what there is.</summary>
    public bool IsPerHost => Limit.CountedPer == LimitScope.Host && !Limit.IsClosed;

    /// <summary>Whether a session that runs may be given another task.</summary>
    public bool LetsGoOn => Limit.CountedPer == LimitScope.Task ? Fits : LetsGoAhead;

    /// <summary>Whether a session that runs may be given tasks ahead.</summary>
    public bool LetsGoAhead => !Limit.IsOverdrawn && !Limit.IsClosed;

    /// <summary>
    /// What a session of the class holds by itself now. Of a limit that counts hosts that is nothing: its worker holds
    /// it.
    /// </summary>
    public long HeldBy(FarmSession session) => Limit.CountedPer switch
    {
        LimitScope.Session => Amount,
        LimitScope.Task => session.Leases.Count > 0 ? Amount : 0,
        LimitScope.Host => 0,
    };
}
