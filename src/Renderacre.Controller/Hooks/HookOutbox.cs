using Renderacre.Controller.Logs;
using Renderacre.Controller.Reading;
using Renderacre.Controller.Writing;
using Renderacre.Storage.Rows;
using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Hooks;

/// <summary>
/// Carries what happened to the hooks. It reads the committed history and writes down how far all is told, so that a
/// controller that stops in between tells again what it was not sure of: each thing at least once. A controller whose
/// configuration tells nobody forgets the place, and one that begins to tell begins with what happens from then on.
/// </summary>
internal sealed class HookOutbox(
    HookSettings settings, HookDeliveries deliveries, HookRunner runner, FarmReading reading, FarmWriter writer,
    CommitSignal signal, FarmLogBook book, TimeProvider time, ILogger<HookOutbox> logger) : BackgroundService
{
    private const string Reader = "hooks";

    /// <summary>Events on their way at a time; none is read before one of them is told.</summary>
    private const int UnderWayMax = 64;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookPause = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _never = new();
    private readonly Queue<(EventCursor At, Task Telling)> _underWay = new();
    private EventCursor _read;
    private EventCursor _told;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                return;
            }
            catch (Exception fault) when (fault is StorageException or WriterUnavailableException)
            {
                Log.OutboxFailed(logger, fault);
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        EventCursor? kept = reading.Read(queries => queries.Cursor(Reader));
        if (!settings.TellsAnybody)
        {
            if (kept is not null)
                await writer.KeepCursorAsync(Reader, null, stop);
            return;
        }
        _underWay.Clear();
        _read = kept ?? EventCursor.EndOf(reading.Read(queries => queries.Revision()));
        _told = _read;
        if (kept is null)
            await writer.KeepCursorAsync(Reader, _read, stop);
        while (true)
            await TurnAsync(stop);
    }

    private async Task TurnAsync(CancellationToken stop)
    {
        Begin(stop);
        Task first = _underWay.TryPeek(out (EventCursor At, Task Telling) oldest) ? oldest.Telling : _never.Task;
        Task news = _underWay.Count == UnderWayMax
            ? _never.Task
            : signal.WaitPastAsync(_read.Revision, LookPause, time, stop);
        await await Task.WhenAny(first, news).WaitAsync(stop);
        await FinishAsync(stop);
    }

    /// <summary>Begins to tell what has happened, as far as there is room.</summary>
    private void Begin(CancellationToken stop)
    {
        int room = UnderWayMax - _underWay.Count;
        if (room == 0)
            return;
        (IReadOnlyList<EventRow> rows, long revision) = reading.Read(queries =>
            (queries.Events(_read, room, HookDeliveries.Kinds), queries.Revision()));
        foreach (EventRow row in rows)
            _underWay.Enqueue((row.Cursor, TellAsync(row, stop)));
        _read = rows.Count == room ? rows[^1].Cursor : EventCursor.EndOf(revision);
    }

    private async Task TellAsync(EventRow row, CancellationToken stop) =>
        await Task.WhenAll(deliveries.Of(row).Select(delivery => DeliverAsync(delivery, stop)));

    private async Task DeliverAsync(HookDelivery delivery, CancellationToken stop)
    {
        HookResult result = await runner.DeliverAsync(delivery.Hook, delivery.Call, stop);
        book.HookRan(delivery, result);
    }

    /// <summary>Writes down how far all is told.</summary>
    private async Task FinishAsync(CancellationToken stop)
    {
        EventCursor told = _told;
        while (_underWay.TryPeek(out (EventCursor At, Task Telling) first) && first.Telling.IsCompleted)
        {
            await first.Telling;
            told = first.At;
            _underWay.Dequeue();
        }
        if (told == _told)
            return;
        await writer.KeepCursorAsync(Reader, told, stop);
        _told = told;
    }
}
