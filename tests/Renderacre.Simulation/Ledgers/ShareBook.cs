using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Simulation.Ledgers;

/// <summary>
/// What each share has had, from events and in floating point: what is used into a half-life counts for as much more as
/// it has less time to fade. All sums count as at the first half-life, so that nothing ever has to fade here.
/// </summary>
internal sealed class ShareBook(ShareSubject between, TimeSpan halfLife)
{
    private const double HeldMilliseconds = 60_000;
    private const double WeightUsual = 100;

    private readonly Dictionary<string, Share> _shares = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (Share Share, double Held)> _sessions = [];
    private readonly Dictionary<long, FarmTime> _began = [];
    private double? _first;

    /// <summary>The share that a job counts for.</summary>
    public string NameOf(JobPlan plan) => between switch
    {
        ShareSubject.Nobody => "",
        ShareSubject.Owners => plan.Owner ?? "",
        ShareSubject.Projects => plan.Project ?? "",
        ShareSubject.Queues => plan.Queue ?? "",
    };

    /// <summary>Whether a share has had more than another for its weight, whichever way numbers were rounded.</summary>
    public bool HadMore(string name, string other, FarmTime now) => Least(name, now) > Most(other, now);

    /// <summary>Takes over what an event means to shares.</summary>
    public void Apply(Ledger ledger, FarmEvent happened)
    {
        switch (happened)
        {
            case ShareDefined e: Get(e.Name).Weight = e.Weight; break;
            case SessionOpened e: Open(Get(NameOf(ledger.Jobs[e.Job.Value].Plan)), e); break;
            case SessionClosed e: Close(e.Session); break;
            case LeaseBegan e: _began[e.Lease.Value] = e.At; break;
            case AttemptEnded e when _began.Remove(e.Lease.Value, out FarmTime began):
                Charge(Get(NameOf(ledger.Jobs[e.First.Job.Value].Plan)), began, e.At);
                break;
        }
    }

    private void Open(Share share, SessionOpened opened)
    {
        double held = HeldMilliseconds * Worth(opened.At);
        _sessions[opened.Session.Value] = (share, held);
        share.Held += held;
        share.Roundings += Worth(opened.At);
    }

    private void Close(SessionId session)
    {
        if (!_sessions.Remove(session.Value, out (Share Share, double Held) closed))
            return;
        closed.Share.Held -= closed.Held;
        closed.Share.Roundings += closed.Held / HeldMilliseconds;
    }

    private void Charge(Share share, FarmTime began, FarmTime ended)
    {
        share.Used += Math.Ceiling(ended.Since(began).TotalMilliseconds) * Worth(ended);
        share.Roundings += Worth(ended);
    }

    /// <summary>What a millisecond counts for.</summary>
    private double Worth(FarmTime at)
    {
        double length = halfLife.TotalMicroseconds;
        double period = Math.Floor(at.Microseconds / length);
        _first ??= period;
        double into = at.Microseconds - period * length;
        return 2 * length / (2 * length - into) * Math.Pow(2, period - _first.Value);
    }

    // Fading rounds down in every half-life, and so does dividing by the weight.
    private double Rounding(Share share, FarmTime now) =>
        share.Roundings + 4 * Math.Pow(2, Math.Floor(now.Microseconds / halfLife.TotalMicroseconds) - (_first ?? 0));

    private double Least(string name, FarmTime now) =>
        (Get(name).Used + Get(name).Held - Rounding(Get(name), now)) * WeightUsual / Get(name).Weight;

    private double Most(string name, FarmTime now) =>
        (Get(name).Used + Get(name).Held + Rounding(Get(name), now)) * WeightUsual / Get(name).Weight;

    private Share Get(string name)
    {
        if (!_shares.TryGetValue(name, out Share? share))
            _shares[name] = share = new Share();
        return share;
    }

    private sealed class Share
    {
        public double Weight { get; set; } = WeightUsual;

        public double Used { get; set; }

        public double Held { get; set; }

        /// <summary>By how much rounding may have changed what is kept.</summary>
        public double Roundings { get; set; }
    }
}
