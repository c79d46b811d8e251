namespace OpenJd.Sessions.Actions;

/// <summary>Requests to stop an action, from whoever asks to the one that stops it, in order.</summary>
internal sealed class StopRequests
{
    // Requests beyond these say nothing new.
    private const int WaitingMax = 8;

    private readonly Lock _lock = new();
    private readonly Queue<StopRequest> _waiting = [];
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Ends when a request waits. An action that nobody stops leaves it pending: unlike a channel's read, it needs
    /// not be cancelled, which is an exception for each action.
    /// </summary>
    public Task Asked
    {
        get
        {
            lock (_lock)
                return _asked.Task;
        }
    }

    /// <summary>Asks.</summary>
    public void Add(StopRequest request)
    {
        lock (_lock)
        {
            if (_waiting.Count < WaitingMax)
                _waiting.Enqueue(request);
            _asked.TrySetResult();
        }
    }

    /// <summary>Takes the oldest request.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out StopRequest request)
    {
        lock (_lock)
        {
            var found = _waiting.TryDequeue(out request);
            if (_waiting.Count == 0 && _asked.Task.IsCompleted)
                _asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return found;
        }
    }
}
