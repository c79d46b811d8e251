using Renderacre.Contracts.Sync;
using Renderacre.Worker.Syncing;

namespace Renderacre.Worker.Tests.Support;

/// <summary>A controller that answers as a test says.</summary>
internal sealed class FakeChannel : ISyncChannel
{
    private readonly Lock _lock = new();
    private readonly List<SyncRequest> _requests = [];
    private readonly TaskCompletionSource _released = new();

    /// <summary>Answers a request; throws to refuse it.</summary>
    public Func<SyncRequest, SyncResponse> Answer { get; set; } = Nothing;

    public IReadOnlyList<SyncRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>An answer with nothing to do.</summary>
    public static SyncResponse Nothing(SyncRequest request) => new()
    {
        Protocol = SyncProtocol.Version,
        Sequence = request.Sequence,
        Epoch = Guid.Empty,
        Message = 0,
        Settings = new SyncSettings(30, 10),
    };

    public async Task<SyncResponse> SyncAsync(SyncRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
            _requests.Add(request);
        if (request.Hold)
            await _released.Task.WaitAsync(cancellationToken);
        return Answer(request);
    }
}
