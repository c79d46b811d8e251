using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// The host's end of the socket: takes commands from whichever worker is connected, and rings when there is something
/// to read in the session's folder. What is rung while nobody listens is found there by the next worker.
/// </summary>
internal sealed class WorkerLink : IAsyncDisposable
{
    /// <summary>Says that the journal has grown.</summary>
    public const byte JournalRing = (byte)'j';

    /// <summary>Says that a log has grown.</summary>
    public const byte LogRing = (byte)'l';

    /// <summary>Says that the running task told how far it is.</summary>
    public const byte ProgressRing = (byte)'p';

    private const int CommandsMax = 1024;
    private static readonly TimeSpan RingSoonAfter = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<HostCommand> _commands = Channel.CreateBounded<HostCommand>(CommandsMax);
    private readonly Lock _lock = new();
    private readonly ITimer _soon;
    private Socket? _worker;
    private Task _accepting = Task.CompletedTask;
    private bool _ringsSoon;

    private WorkerLink(string path, Socket listener, TimeProvider time)
    {
        _path = path;
        _listener = listener;
        _soon = time.CreateTimer(_ => RingJournal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Commands in the order they came.</summary>
    public ChannelReader<HostCommand> Commands => _commands.Reader;

    /// <summary>Set when a command came.</summary>
    public Signal Wake { get; } = new();

    /// <summary>Whether a worker is connected.</summary>
    public bool Connected
    {
        get
        {
            lock (_lock)
                return _worker is not null;
        }
    }

    /// <summary>Listens at a path.</summary>
    /// <param name="path">The socket's path.</param>
    /// <param name="access">Who may connect.</param>
    /// <param name="time">Times rings that may wait.</param>
    public static WorkerLink Listen(string path, SpoolAccess access, TimeProvider time)
    {
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        access.Share(path);
        listener.Listen(4);
        var link = new WorkerLink(path, listener, time);
        link._accepting = link.AcceptAsync(link._stop.Token);
        return link;
    }

    /// <summary>Tells the worker, if one is connected, that the journal has grown.</summary>
    public void RingJournal() => Ring(JournalRing);

    /// <summary>The same within some milliseconds, once for all that comes until then.</summary>
    public void RingJournalSoon()
    {
        lock (_lock)
        {
            if (_ringsSoon)
                return;
            _ringsSoon = true;
            _soon.Change(RingSoonAfter, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Tells the worker, if one is connected, that a log has grown.</summary>
    public void RingLog() => Ring(LogRing);

    /// <summary>Tells the worker, if one is connected, how far the running task is.</summary>
    public void RingProgress() => Ring(ProgressRing);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _soon.DisposeAsync();
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        lock (_lock)
            _worker?.Dispose();
        _stop.Dispose();
        File.Delete(_path);
    }

    private void Ring(byte ring)
    {
        lock (_lock)
        {
            if (ring == JournalRing)
                _ringsSoon = false;
            try
            {
                // A full buffer means that rings enough wait there.
                if (_worker is { } worker && worker.Poll(0, SelectMode.SelectWrite))
                    worker.Send([ring]);
            }
            catch (SocketException)
            {
                // The reading side finds the broken connection; the next worker looks into the folder anyway.
                _worker = null;
            }
        }
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                Socket worker = await _listener.AcceptAsync(cancellationToken);
                lock (_lock)
                    _worker = worker;
                await ReadAsync(worker, cancellationToken);
                lock (_lock)
                    _worker = null;
                worker.Dispose();
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException error)
            {
                await Console.Error.WriteLineAsync($"the worker's connection broke: {error.Message}");
            }
        }
    }

    private async Task ReadAsync(Socket worker, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new NetworkStream(worker, ownsSocket: false);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (JsonSerializer.Deserialize(line, HostJson.Default.HostCommand) is not { } command)
                    continue;
                await _commands.Writer.WriteAsync(command, cancellationToken);
                Wake.Set();
            }
        }
        catch (IOException)
        {
            // The worker died; the next one connects.
        }
    }
}
