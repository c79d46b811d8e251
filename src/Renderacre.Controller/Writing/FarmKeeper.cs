using Renderacre.Controller.Stats;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Writing;

/// <summary>
/// Holds the farm in memory and its storage, which say the same after every commit. When a commit or the farm itself
/// fails, memory is thrown away and built again from storage, with pauses that grow. Used by the writer alone.
/// </summary>
internal sealed class FarmKeeper(
    IFarmStore store, FarmSettings settings, HeldSyncs held, WorkerContacts contacts, WriterHealth health,
    CommitSignal signal, FarmCounters counters, EntropyPool entropy, FarmClock clock, ILogger<FarmKeeper> logger)
{
    private static readonly TimeSpan PauseFirst = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(5);

    private FarmState? _farm;
    private int _failures;
    private FarmTime _retryAt;

    /// <summary>How long until the writer has to turn without being asked (0 or less for now), or null.</summary>
    public TimeSpan? NextTurn => NextTime?.Since(clock.Now);

    /// <summary>The farm as it is in memory, or null where it is to be built again.</summary>
    internal FarmState? Farm => _farm;

    private FarmTime? NextTime => _farm is null ? _retryAt : Earliest(_farm.NextExpiry, held.NextDeadline);

    /// <summary>Loads the farm at start.</summary>
    /// <exception cref="Exception">Storage cannot be read: the controller cannot start.</exception>
    public void Open()
    {
        Build();
        health.Recovered();
    }

    /// <summary>Applies a batch, commits it and answers it; or fails the whole of it.</summary>
    /// <param name="batch">The commands, in order.</param>
    public void Process(IReadOnlyList<WriterCommand> batch)
    {
        if (_farm is null && !TryRebuild())
        {
            Fail(batch);
            return;
        }
        try
        {
            Commit(_farm!, batch); // Not null: TryRebuild has set it.
            foreach (WriterCommand command in batch)
                command.Store(store);
        }
        catch (Exception fault)
        {
            Break(fault);
            Fail(batch);
            held.Reset();
            return;
        }
        foreach (WriterCommand command in batch)
            command.Answer();
        held.Answer();
    }

    private void Commit(FarmState farm, IReadOnlyList<WriterCommand> batch)
    {
        FarmTime now = clock.Now;
        for (int place = 0; place < batch.Count; place++)
        {
            farm.Expect(WorkerAt(batch, place + 1), WorkerAt(batch, place + 2));
            Apply(farm, batch[place], now);
        }

        farm.Expire(Context(Principal.Itself, now));
        farm.Dispatch(Context(Principal.Itself, now));
        held.Collect(farm, now);
        if (farm.TakeCommit() is not { } commit)
            return;
        store.Commit(commit);
        signal.Committed(commit.Revision);
        if (_failures == 0)
            return;
        _failures = 0;
        health.Recovered();
        Log.WriterRecovered(logger, commit.Revision);
    }

    private static WorkerId? WorkerAt(IReadOnlyList<WriterCommand> batch, int place) =>
        place < batch.Count ? batch[place].Worker : null;

    private void Apply(FarmState farm, WriterCommand command, FarmTime now)
    {
        foreach (JobId other in command.Others)
            TryHold(farm, other);
        if (command.Job is { } job && !TryHold(farm, job))
            command.Refuse(new FarmError(FarmErrorKind.NotFound, "there is no such job"));
        else if (command.Apply(farm, Context(command.Principal, now)) && command.Worker is { } worker)
            contacts.Saw(worker, now);
    }

    // Jobs that have ended are not in memory; a command on one brings its rows back first.
    private bool TryHold(FarmState farm, JobId job)
    {
        if (farm.Holds(job))
            return true;
        if (store.LoadJob(job) is not { } rows)
            return false;
        farm.LoadJob(rows);
        return true;
    }

    private CommandContext Context(Principal principal, FarmTime now) => new(principal, now, entropy.Next());

    private void Break(Exception fault)
    {
        _farm = null;
        _failures++;
        counters.BatchFailed();
        TimeSpan pause = PauseFirst * Math.Pow(2, Math.Min(_failures - 1, 10));
        _retryAt = clock.Now.Plus(pause < PauseMax ? pause : PauseMax);
        health.Broke($"storage does not take what happens in the farm: {fault.Message}");
        Log.WriterBroke(logger, _failures, fault);
    }

    private bool TryRebuild()
    {
        if (clock.Now < _retryAt)
            return false;
        try
        {
            Build();
            return true;
        }
        catch (Exception fault)
        {
            Break(fault);
            return false;
        }
    }

    private void Build()
    {
        FarmSnapshot snapshot = store.Load();
        clock.Set(snapshot.Time);
        FarmTime now = clock.Now;
        _farm = new FarmState(settings, snapshot, now);
        signal.Committed(snapshot.Revision);
        held.Begin(entropy.NextGuid());
        contacts.FarmBuilt(now);
        Log.FarmLoaded(logger, snapshot.Revision, snapshot.Jobs.Count, snapshot.Workers.Count);
    }

    private void Fail(IReadOnlyList<WriterCommand> batch)
    {
        var fault = new WriterUnavailableException(
            $"the farm cannot take this now, try again soon: {health.Trouble ?? "it is being loaded"}");
        foreach (WriterCommand command in batch)
            command.Fail(fault);
    }

    private static FarmTime? Earliest(FarmTime? left, FarmTime? right) =>
        left is null || (right is not null && right < left) ? right : left;
}
