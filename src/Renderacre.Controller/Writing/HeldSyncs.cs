using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Writing;

/// <summary>
/// The sync requests that wait for news, at most one a worker. Used by the writer alone: replies are collected within
/// the batch and let out after its commit.
/// </summary>
/// <param name="holdTime">How long one is held at most.</param>
internal sealed class HeldSyncs(TimeSpan holdTime)
{
    private readonly Dictionary<WorkerId, SyncExchange> _held = [];
    private readonly Queue<SyncExchange> _byDeadline = [];
    private readonly List<WorkerId> _fresh = [];
    private readonly List<SyncExchange> _due = [];
    private Guid _epoch;
    private bool _closing;

    /// <summary>When the next one has been held long enough, or null.</summary>
    public FarmTime? NextDeadline => _byDeadline.TryPeek(out SyncExchange? first) ? first.Deadline : null;

    /// <summary>Takes a request in; an older one of the same worker is released.</summary>
    /// <param name="exchange">The request, just applied.</param>
    public void Add(SyncExchange exchange)
    {
        WorkerId worker = exchange.Command.Worker;
        if (_held.Remove(worker, out SyncExchange? older))
        {
            older.SettleEmpty(_epoch);
            _due.Add(older);
        }
        _held.Add(worker, exchange);
        _fresh.Add(worker);
    }

    /// <summary>Settles the answers of all requests that are due: with news, out of time, or not to be held.</summary>
    /// <param name="farm">The farm, after dispatch.</param>
    /// <param name="now">The time.</param>
    public void Collect(FarmState farm, FarmTime now)
    {
        foreach (WorkerId worker in _fresh)
        {
            if (!SettleIfDue(farm, worker) && _held.TryGetValue(worker, out SyncExchange? exchange))
                Hold(exchange, now);
        }
        _fresh.Clear();
        foreach (WorkerId worker in farm.TakeWorkersWithNews())
            SettleIfDue(farm, worker);
        while (_byDeadline.TryPeek(out SyncExchange? first) && first.Deadline <= now)
            ReleaseIfHeld(farm, _byDeadline.Dequeue());
    }

    /// <summary>Gives up a request whose connection is gone.</summary>
    /// <param name="farm">The farm.</param>
    /// <param name="exchange">The request.</param>
    public void Abandon(FarmState farm, SyncExchange exchange) => ReleaseIfHeld(farm, exchange);

    /// <summary>Gives up the request of a worker that has a new process now.</summary>
    /// <param name="farm">The farm.</param>
    /// <param name="worker">The worker.</param>
    public void Abandon(FarmState farm, WorkerId worker)
    {
        if (_held.TryGetValue(worker, out SyncExchange? exchange))
            ReleaseIfHeld(farm, exchange);
    }

    /// <summary>From here on nothing is held: the controller stops.</summary>
    /// <param name="farm">The farm.</param>
    public void Close(FarmState farm)
    {
        _closing = true;
        foreach (SyncExchange exchange in _held.Values.ToArray())
            ReleaseIfHeld(farm, exchange);
    }

    /// <summary>Lets the settled answers out: the batch is durable.</summary>
    public void Answer()
    {
        foreach (SyncExchange exchange in _due)
            exchange.Answer();
        _due.Clear();
    }

    /// <summary>The farm was built anew: message numbers count from here.</summary>
    /// <param name="epoch">Their epoch.</param>
    public void Begin(Guid epoch) => _epoch = epoch;

    /// <summary>
    /// The batch broke and the farm is about to be rebuilt. Requests that were held before it get an empty answer,
    /// which promises nothing; those of the batch have failed with it already.
    /// </summary>
    public void Reset()
    {
        foreach (SyncExchange exchange in _held.Values.Concat(_due))
        {
            exchange.SettleEmpty(_epoch);
            exchange.Answer();
        }
        _held.Clear();
        _byDeadline.Clear();
        _fresh.Clear();
        _due.Clear();
    }

    private void Hold(SyncExchange exchange, FarmTime now)
    {
        exchange.Deadline = now.Plus(holdTime);
        _byDeadline.Enqueue(exchange);
    }

    private bool SettleIfDue(FarmState farm, WorkerId worker)
    {
        if (!_held.TryGetValue(worker, out SyncExchange? exchange))
            return false;
        SyncReply news = farm.NewsFor(worker, exchange.SeenIn(_epoch));
        if (news.IsEmpty && exchange.MayHold(_epoch) && !_closing)
            return false;
        exchange.Settle(new SyncAnswer(_epoch, news, null));
        StopHolding(farm, exchange);
        return true;
    }

    private void ReleaseIfHeld(FarmState farm, SyncExchange exchange)
    {
        if (!_held.TryGetValue(exchange.Command.Worker, out SyncExchange? held) || held != exchange)
            return;
        exchange.SettleEmpty(_epoch);
        StopHolding(farm, exchange);
    }

    private void StopHolding(FarmState farm, SyncExchange exchange)
    {
        _held.Remove(exchange.Command.Worker);
        _due.Add(exchange);
        farm.StopWaiting(exchange.Command.Worker);
    }
}
