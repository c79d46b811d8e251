using OpenJd.Sessions.Directives;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Output;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// Brings an action's two streams together: lines to the observer, directives to their effect, tails.
/// </summary>
internal sealed class OutputCollector
{
    private readonly Lock _lock = new();
    private readonly IActionObserver _observer;
    private readonly VariableLayer? _layer;
    private readonly StreamState _output;
    private readonly StreamState _error;
    private bool _isCompleted;

    public OutputCollector(IActionObserver observer, VariableLayer? layer)
    {
        _observer = observer;
        _layer = layer;
        _output = new StreamState(new LineSplitter(OutputStream.StandardOutput, Take));
        _error = new StreamState(new LineSplitter(OutputStream.StandardError, Take));
    }

    /// <summary>How many bytes have come.</summary>
    public long BytesRead { get; private set; }

    public string? FailMessage { get; private set; }

    public string StdoutTail => _output.Tail.ToString();

    public string StderrTail => _error.Tail.ToString();

    /// <summary>Takes what a stream gave; nothing any more once completed.</summary>
    public void Append(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        var state = stream == OutputStream.StandardOutput ? _output : _error;
        lock (_lock)
        {
            if (_isCompleted)
                return;
            BytesRead += bytes.Length;
            state.Tail.Append(bytes);
            state.Lines.Append(bytes);
        }
    }

    /// <summary>Passes on last lines without an end. What comes later, of processes left running, is dropped.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _output.Lines.Complete();
            _error.Lines.Complete();
            _isCompleted = true;
        }
    }

    private void Take(OutputLine line)
    {
        var directive = line.StartsLine ? DirectiveParser.Parse(line.Content) : null;
        if (directive is MalformedDirective malformed && (!malformed.ConcernsVariables || _layer is not null))
        {
            _observer.OnOutput(line with { DirectiveError = malformed.Error });
            if (malformed.FailsAction)
                FailMessage = malformed.Error;
            return;
        }

        _observer.OnOutput(line);
        if (directive is not null)
            Apply(directive);
    }

    private void Apply(Directive directive)
    {
        switch (directive)
        {
            case ProgressDirective progress:
                _observer.OnProgress(progress.Percent);
                break;
            case StatusDirective status:
                _observer.OnStatus(status.Message);
                break;
            case FailDirective fail:
                FailMessage = fail.Message;
                break;
            case SetVariableDirective set:
                _layer?.Set(set.Name, set.Value);
                break;
            case UnsetVariableDirective unset:
                _layer?.Unset(unset.Name);
                break;
            case MalformedDirective:
                break;
            default:
                throw new InvalidOperationException($"The directive {directive.GetType().Name} has no effect defined.");
        }
    }

    private sealed record StreamState(LineSplitter Lines)
    {
        public OutputTail Tail { get; } = new();
    }
}
