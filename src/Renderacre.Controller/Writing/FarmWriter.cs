using System.Threading.Channels;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Workers;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Writing;

/// <summary>
/// The farm's single writer. Commands wait in one bounded queue; a thread of its own takes what has gathered, has it
/// carried out and committed as one batch, and only then are they answered. It waits for the disk most of the time,
/// which the threads that answer requests are too few for.
/// </summary>
internal sealed class FarmWriter(FarmKeeper keeper, HeldSyncs held, TimeProvider time) : IAsyncDisposable
{
    private const int QueueMax = 16_384;
    private const int BatchMax = 1024;

    private static readonly TimeSpan TurnMin = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan TurnMax = TimeSpan.FromHours(1);

    private readonly Channel<WriterCommand> _queue = Channel.CreateBounded<WriterCommand>(
        new BoundedChannelOptions(QueueMax) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<WriterCommand> _batch = new(BatchMax);

    private ITimer? _timer;
    private Thread? _thread;

    /// <summary>Loads the farm and starts to carry commands out.</summary>
    /// <exception cref="Exception">Storage cannot be read.</exception>
    public void Start()
    {
        keeper.Open();
        _timer = time.CreateTimer(
            _ => _queue.Writer.TryWrite(new WriterSignal(null) { Principal = Principal.Itself }), null,
            Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        SetTimer();
        _thread = new Thread(Run) { IsBackground = true, Name = "farm writer" };
        _thread.Start();
    }

    /// <summary>Carries a command out.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="principal">Who asks.</param>
    /// <param name="act">What it does.</param>
    /// <param name="job">The job it is about, or null.</param>
    /// <param name="worker">The worker that asks, or null.</param>
    /// <param name="cancellationToken">Stops waiting for room in the queue.</param>
    /// <returns>The result, once durable.</returns>
    /// <exception cref="WriterUnavailableException">It is not known to be durable.</exception>
    public Task<FarmResult<T>> DoAsync<T>(
        Principal principal, Func<FarmState, CommandContext, FarmResult<T>> act, JobId? job, WorkerId? worker,
        CancellationToken cancellationToken)
    {
        var command = new ResultCommand<T>(act) { Principal = principal, Job = job, Worker = worker };
        return DoAsync(command, cancellationToken);
    }

    /// <summary>Carries a command out and waits for its result.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops waiting for room in the queue.</param>
    /// <returns>The result, once durable.</returns>
    /// <exception cref="WriterUnavailableException">It is not known to be durable.</exception>
    public Task<FarmResult<T>> DoAsync<T>(ResultCommand<T> command, CancellationToken cancellationToken)
    {
        // There nearly always is room, and its batch is carried out whether somebody waits or not, and soon.
        return _queue.Writer.TryWrite(command) ? command.Completion : DoInTurnAsync(command, cancellationToken);
    }

    /// <summary>
    /// Registers a worker. A request that its earlier process left waiting is released unanswered by news.
    /// </summary>
    /// <param name="registration">What it says of itself.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The worker's number, once durable.</returns>
    public Task<FarmResult<WorkerId>> RegisterAsync(
        WorkerRegistration registration, CancellationToken cancellationToken)
    {
        Principal principal = registration.Known is { } known ? Principals.Of(known) : Principals.Unregistered;
        return DoAsync(
            principal, (farm, context) => Register(farm, context, registration), null, null, cancellationToken);
    }

    /// <summary>Carries a worker's sync out and waits for its answer.</summary>
    /// <param name="command">The request.</param>
    /// <param name="seenEpoch">The epoch of the last answer that the worker saw, or null.</param>
    /// <param name="seenMessage">The message number of that answer.</param>
    /// <param name="mayHold">Whether the answer may be held until there is news.</param>
    /// <param name="cancellationToken">The connection is gone.</param>
    /// <exception cref="WriterUnavailableException">It is not known to be durable.</exception>
    public async Task<SyncAnswer> SyncAsync(
        SyncCommand command, Guid? seenEpoch, long seenMessage, bool mayHold, CancellationToken cancellationToken)
    {
        var exchange = new SyncExchange(command, seenEpoch, seenMessage, mayHold, held)
        {
            Principal = Principals.Of(command.Worker),
            Worker = command.Worker,
        };
        await EnqueueAsync(exchange, cancellationToken);
        using CancellationTokenRegistration gone = cancellationToken.Register(() => Abandon(exchange));
        // One that is given up is answered at the next turn, whether somebody is there to hear it or not.
        return await exchange.Completion;
    }

    /// <summary>Removes a part of a deleted job from storage.</summary>
    /// <param name="part">The part; its logs are gone.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="WriterUnavailableException">It is not known to be removed.</exception>
    public Task RemoveAsync(DeletedPart part, CancellationToken cancellationToken) =>
        StoreAsync(new RemovalCommand(part) { Principal = Principal.Itself }, cancellationToken);

    /// <summary>Writes down how far a reader of the history has come.</summary>
    /// <param name="reader">The reader's name.</param>
    /// <param name="cursor">The place after all that it is done with, or null to forget it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="WriterUnavailableException">It is not known to be written down.</exception>
    public Task KeepCursorAsync(string reader, EventCursor? cursor, CancellationToken cancellationToken) =>
        StoreAsync(new CursorCommand(reader, cursor) { Principal = Principal.Itself }, cancellationToken);

    private async Task StoreAsync(StorageCommand command, CancellationToken cancellationToken)
    {
        await EnqueueAsync(command, cancellationToken);
        await command.Completion.WaitAsync(cancellationToken);
    }

    /// <summary>Answers all held requests, and holds none from here on.</summary>
    public void CloseHeld() => _queue.Writer.TryWrite(new WriterSignal(held.Close) { Principal = Principal.Itself });

    /// <summary>Carries out what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_thread is not null)
            await _stopped.Task;
        if (_timer is not null)
            await _timer.DisposeAsync();
    }

    // A lost signal does no harm: the request is released at its deadline.
    private void Abandon(SyncExchange exchange) => _queue.Writer.TryWrite(
        new WriterSignal(farm => held.Abandon(farm, exchange)) { Principal = exchange.Principal });

    private FarmResult<WorkerId> Register(FarmState farm, CommandContext context, WorkerRegistration registration)
    {
        FarmResult<WorkerId> result = farm.Register(context, registration);
        if (result.Error is null)
            held.Abandon(farm, result.Value);
        return result;
    }

    private async Task<FarmResult<T>> DoInTurnAsync<T>(ResultCommand<T> command, CancellationToken cancellationToken)
    {
        await EnqueueAsync(command, cancellationToken);
        return await command.Completion;
    }

    private async ValueTask EnqueueAsync(WriterCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(command, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new WriterUnavailableException("the controller is stopping; try again when it is back");
        }
    }

    private void Run()
    {
        while (WaitForCommands())
        {
            Turn();
            SetTimer();
        }
        _stopped.SetResult();
    }

    /// <summary>Carries out what has gathered as one batch; of nothing too, as the farm looks at its time.</summary>
    internal void Turn()
    {
        while (_batch.Count < BatchMax && _queue.Reader.TryRead(out WriterCommand? command))
            _batch.Add(command);
        keeper.Process(_batch);
        _batch.Clear();
    }

    // Whoever queues the first command wakes this thread itself.
    private bool WaitForCommands()
    {
        ValueTask<bool> ready = _queue.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.GetAwaiter().GetResult() : ready.AsTask().GetAwaiter().GetResult();
    }

    private void SetTimer()
    {
        TimeSpan due = keeper.NextTurn ?? TurnMax;
        _timer?.Change(due < TurnMin ? TurnMin : due > TurnMax ? TurnMax : due, Timeout.InfiniteTimeSpan);
    }
}
