using Renderacre.Contracts.Sync;

namespace Renderacre.Bench.FarmEdge;

/// <summary>A worker that syncs and whose tasks end as soon as they are given.</summary>
internal sealed class SyncPuppet : IDisposable
{
    private readonly RawConnection _connection;
    private readonly Guid _incarnation = Guid.NewGuid();
    private readonly Dictionary<Guid, long> _numbers = [];
    private Guid _id;
    private Guid? _epoch;
    private long _sequence;
    private long _lastMessage;

    private SyncPuppet(RawConnection connection) => _connection = connection;

    public static async Task<SyncPuppet> StartAsync(Uri address, int slots)
    {
        var puppet = new SyncPuppet(await RawConnection.OpenAsync(address));
        puppet._id = await puppet._connection.RegisterAsync(slots, puppet._incarnation);
        return puppet;
    }

    /// <summary>Syncs with reports, each numbered within its session.</summary>
    public async Task<SyncResponse> SyncAsync(IReadOnlyList<SyncReport> reports, bool hold)
    {
        SyncResponse answer = await _connection.SyncAsync(new SyncRequest
        {
            Protocol = SyncProtocol.Version,
            WorkerId = _id,
            Incarnation = _incarnation,
            Sequence = ++_sequence,
            Epoch = _epoch,
            LastMessage = _lastMessage,
            Sessions = _sequence == 1 ? [] : null,
            Hold = hold,
            Reports = reports,
        });
        (_epoch, _lastMessage) = (answer.Epoch, answer.Message);
        return answer;
    }

    public LeaseStarted Started(LeaseAssignment lease) => new()
    {
        SessionId = lease.SessionId,
        Number = NextNumber(lease.SessionId),
        LeaseId = lease.LeaseId,
    };

    public LeaseCompleted Completed(LeaseAssignment lease) => new()
    {
        SessionId = lease.SessionId,
        Number = NextNumber(lease.SessionId),
        LeaseId = lease.LeaseId,
        Outcome = LeaseOutcome.Succeeded,
        ExitCode = 0,
        LogLength = 0,
    };

    public SessionEnded Ended(Guid session) =>
        new() { SessionId = session, Number = NextNumber(session), Failed = false };

    public void Dispose() => _connection.Dispose();

    private long NextNumber(Guid session) => _numbers[session] = _numbers.GetValueOrDefault(session) + 1;
}
