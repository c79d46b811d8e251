using Renderacre.Farm.Commands;
using Renderacre.Farm.State;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;

namespace Renderacre.Controller.Writing;

/// <summary>One sync request on its way: applied, then answered at once or held until there is news.</summary>
/// <param name="command">The request in the farm's terms.</param>
/// <param name="seenEpoch">The epoch of the last answer that the worker saw, or null.</param>
/// <param name="seenMessage">The message number of that answer.</param>
/// <param name="mayHold">Whether it may be held.</param>
/// <param name="held">Where it waits.</param>
internal sealed class SyncExchange(
    SyncCommand command, Guid? seenEpoch, long seenMessage, bool mayHold, HeldSyncs held) : WriterCommand
{
    private readonly TaskCompletionSource<SyncAnswer> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SyncAnswer? _answer;

    /// <summary>The answer, once durable and due.</summary>
    public Task<SyncAnswer> Completion => _completion.Task;

    /// <summary>The request in the farm's terms.</summary>
    public SyncCommand Command { get; } = command;

    /// <summary>Until when it is held at most.</summary>
    public FarmTime Deadline { get; set; }

    /// <summary>The newest message that the worker has seen in an epoch.</summary>
    /// <param name="epoch">The epoch that counts now.</param>
    public long SeenIn(Guid epoch) => seenEpoch == epoch ? seenMessage : 0;

    /// <summary>Settles the answer, let out by <see cref="Answer"/>.</summary>
    /// <param name="answer">The answer.</param>
    public void Settle(SyncAnswer answer) => _answer = answer;

    /// <summary>Whether it may be held: asked for, and the worker has nothing to learn of a new epoch.</summary>
    /// <param name="epoch">The epoch that counts now.</param>
    public bool MayHold(Guid epoch) => mayHold && seenEpoch == epoch;

    /// <summary>Settles an answer that tells nothing.</summary>
    /// <param name="epoch">The epoch that counts now.</param>
    public void SettleEmpty(Guid epoch) =>
        Settle(new SyncAnswer(epoch, new SyncReply(SeenIn(epoch), [], [], [], [], [], []), null));

    /// <inheritdoc/>
    public override bool Apply(FarmState farm, CommandContext context)
    {
        FarmResult<Done> result = farm.Sync(context, Command);
        if (result.Error is { } error)
            Refuse(error);
        else
            held.Add(this);
        return result.Error is null;
    }

    /// <inheritdoc/>
    public override void Refuse(FarmError error) => Settle(new SyncAnswer(Guid.Empty, null, error));

    /// <inheritdoc/>
    public override void Answer()
    {
        if (_answer is not null)
            _completion.TrySetResult(_answer);
    }

    /// <inheritdoc/>
    public override void Fail(WriterUnavailableException fault) => _completion.TrySetException(fault);
}
