using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Renderacre.Client;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Shipping;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Shipping;

public sealed class LogShipperTests : IAsyncDisposable
{
    private readonly TempFolder _root = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeStore _store = new();
    private readonly HostedSession _session;
    private readonly LeaseAssignment _lease;
    private readonly LogShipper _shipper;

    public LogShipperTests()
    {
        var assignment = Work.Session();
        var (folder, launch) = Work.Folder(_root.Path, assignment);
        _lease = Work.Shell(assignment.SessionId, "true");
        _session = new HostedSession(folder, launch, _time, new Signal());
        _session.Run([_lease]);
        using var journal = new JournalWriter(folder.Journal, SpoolAccess.Private);
        journal.Append(number => new LeaseStarted
        {
            SessionId = folder.Id,
            Number = number,
            LeaseId = _lease.LeaseId,
        });
        _shipper = new LogShipper(
            _session, _store, _time, new Signal(), new WorkerLog(NullLogger.Instance));
    }

    [Fact]
    public async Task A_log_is_shipped_as_it_grows_each_byte_once()
    {
        _shipper.Start();
        Append("one\n");
        await Eventually.TrueAsync("the first line is stored", () => _store.Text == "one\n");
        Append("two\n");
        await Eventually.TrueAsync("the second line is stored", () => _store.Text == "one\ntwo\n");
        Assert.True(_shipper.Has(_lease.LeaseId, 8));
        Assert.False(_shipper.Has(_lease.LeaseId, 9));
        Assert.Equal(8, _store.BytesTaken);
    }

    [Fact]
    public async Task A_large_log_goes_in_bounded_pieces()
    {
        Append(new string('x', SyncProtocol.LogBytesMax * 2 + 5));
        _shipper.Start();
        await Eventually.TrueAsync("all is stored", () => _store.Text.Length == SyncProtocol.LogBytesMax * 2 + 5);
        Assert.Equal([SyncProtocol.LogBytesMax, SyncProtocol.LogBytesMax, 5], _store.Pieces);
    }

    [Fact]
    public async Task What_the_controller_did_not_take_is_sent_again()
    {
        _store.Refusals = 2;
        Append("late\n");
        _shipper.Start();
        await Eventually.TrueAsync("it is stored at last", () =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _store.Text == "late\n";
        });
    }

    [Fact]
    public async Task The_log_of_the_session_is_not_shipped_before_all_of_it_is_stored()
    {
        Assert.True(_shipper.HasSessionLog());
        File.WriteAllText(_session.Folder.SessionLog, "entered\n");
        Assert.False(_shipper.HasSessionLog());
        _session.LogGrew.Set();
        _shipper.Start();
        await Eventually.TrueAsync("it is stored", _shipper.HasSessionLog);
    }

    [Fact]
    public async Task A_log_that_is_not_wanted_any_more_counts_as_shipped()
    {
        _store.Unwanted = true;
        Append("text\n");
        _shipper.Start();
        await Eventually.TrueAsync("it is given up", () => _shipper.Has(_lease.LeaseId, 5));
    }

    public async ValueTask DisposeAsync()
    {
        await _shipper.DisposeAsync();
        await _session.DisposeAsync();
        _root.Dispose();
    }

    private void Append(string text)
    {
        File.AppendAllText(_session.Folder.AttemptLog(_lease.AttemptId), text);
        _session.LogGrew.Set();
    }

    private sealed class FakeStore : ILogStore
    {
        private readonly Lock _lock = new();
        private byte[] _stored = [];

        public int Refusals { get; set; }

        public bool Unwanted { get; set; }

        public List<int> Pieces { get; } = [];

        public long BytesTaken { get; private set; }

        public string Text
        {
            get
            {
                lock (_lock)
                    return Encoding.UTF8.GetString(_stored);
            }
        }

        public Task<long?> PutAttemptAsync(
            Guid task, Guid attempt, string token, long offset, ReadOnlyMemory<byte> bytes,
            CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (Unwanted)
                    return Task.FromResult<long?>(null);
                if (Refusals-- > 0)
                    throw new FarmException(HttpStatusCode.ServiceUnavailable, "busy", null, null);
                _stored = [.. _stored.AsSpan(0, (int)offset), .. bytes.Span];
                Pieces.Add(bytes.Length);
                BytesTaken += bytes.Length;
                return Task.FromResult<long?>(_stored.Length);
            }
        }

        public Task<long?> PutSessionAsync(
            Guid session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
            Task.FromResult<long?>(offset + bytes.Length);
    }
}
