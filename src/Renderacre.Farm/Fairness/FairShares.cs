using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Fairness;

/// <summary>All shares, by name. What a share had counts as at the start of the current period.</summary>
internal sealed class FairShares(ShareSubject subject, TimeSpan halfLife)
{
    /// <summary>What a session is charged in advance, in slot-milliseconds: a minute.</summary>
    public const long HeldMilliseconds = 60_000;

    private readonly SortedDictionary<string, FairShare> _byName = new(StringComparer.Ordinal);
    private readonly ShareClock _clock = new(halfLife);

    /// <summary>The current period.</summary>
    public long Period { get; private set; }

    /// <summary>All shares by name.</summary>
    public IEnumerable<FairShare> All => _byName.Values;

    /// <summary>The share that a job counts for.</summary>
    public FairShare Of(JobPlan plan) => Get(subject switch
    {
        ShareSubject.Nobody => "",
        ShareSubject.Owners => plan.Owner ?? "",
        ShareSubject.Projects => plan.Project ?? "",
        ShareSubject.Queues => plan.Queue ?? "",
    });

    /// <summary>A share; a new one has had nothing.</summary>
    public FairShare Get(string name)
    {
        if (!_byName.TryGetValue(name, out FairShare? share))
            _byName[name] = share = new FairShare(name);
        return share;
    }

    /// <summary>Takes over a share as storage gives it back.</summary>
    public void Load(ShareRow row)
    {
        FairShare share = Get(row.Name);
        share.Weight = row.Weight;
        share.Usage = ShareClock.Fade(row.Usage, Math.Max(0, Period - row.Period));
    }

    /// <summary>Lets all that was used fade where a new period has begun. What is held is to be counted anew.</summary>
    /// <returns>Whether a new period has begun.</returns>
    public bool Advance(FarmTime now)
    {
        long period = _clock.PeriodOf(now);
        if (period <= Period)
            return false;
        foreach (FairShare share in _byName.Values)
        {
            share.Usage = ShareClock.Fade(share.Usage, period - Period);
            share.Held = 0;
        }

        Period = period;
        return true;
    }

    /// <summary>What a session is charged in advance, the same from its opening to its end within a period.</summary>
    public long HeldWorth(FarmTime opened) => _clock.Worth(HeldMilliseconds, opened, Period);

    /// <summary>What a share had, as it counts now.</summary>
    public TimeSpan UsedBy(FairShare share, FarmTime now) =>
        TimeSpan.FromMilliseconds(_clock.WorthNow(share.Usage, now));

    /// <summary>What a lease that has just ended is charged.</summary>
    public long Worth(TimeSpan took, FarmTime now) =>
        _clock.Worth((long)Math.Ceiling(took.TotalMilliseconds), now, Period);
}
