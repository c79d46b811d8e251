using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;

namespace OpenJd.Sessions.Tests.Support;

/// <summary>Keeps what an action told, and lets a test wait for a line.</summary>
internal sealed class Recorder : IActionObserver
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Line, TaskCompletionSource Seen)> _awaited = [];

    public List<double> Progress { get; } = [];

    public List<string> Statuses { get; } = [];

    public List<string> Errors { get; } = [];

    public int ProcessId { get; private set; }

    public List<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Waits until a line starts with the text; gives the rest of it.</summary>
    public async Task<string> LineAsync(string start)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Any(line => line.StartsWith(start, StringComparison.Ordinal)))
                seen.SetResult();
            else
                _awaited.Add((start, seen));
        }

        await seen.Task.WaitAsync(Wait.Patience, TestContext.Current.CancellationToken);
        return Lines.First(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
    }

    public void OnStarted(int processId) => ProcessId = processId;

    public void OnProgress(double percent) => Progress.Add(percent);

    public void OnStatus(string message) => Statuses.Add(message);

    public void OnOutput(OutputLine line)
    {
        var text = line.Text;
        if (line.DirectiveError is { } error)
            Errors.Add(error);
        lock (_lock)
        {
            _lines.Add(text);
            foreach (var (start, seen) in _awaited)
            {
                if (text.StartsWith(start, StringComparison.Ordinal))
                    seen.TrySetResult();
            }
        }
    }
}
