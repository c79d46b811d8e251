using System.Text;
using OpenJd.Sessions.Directives;
using OpenJd.Sessions.Environments;
using OpenJd.Sessions.Output;
using OpenJd.Sessions.Redaction;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// Brings an action's two streams together: lines to the observer, directives to their effect, tails. No secret of the
/// session passes.
/// </summary>
internal sealed class OutputCollector
{
    private readonly Lock _lock = new();
    private readonly ActionRequest _request;
    private readonly StreamState _output;
    private readonly StreamState _error;
    private bool _isCompleted;

    public OutputCollector(ActionRequest request)
    {
        _request = request;
        _output = new StreamState(OutputStream.StandardOutput, this);
        _error = new StreamState(OutputStream.StandardError, this);
    }

    /// <summary>How many bytes have come.</summary>
    public long BytesRead { get; private set; }

    public string? FailMessage { get; private set; }

    public string StdoutTail => _output.Tail.ToString();

    public string StderrTail => _error.Tail.ToString();

    private Redactor Redactor => _request.Redactor;

    private VariableLayer? Layer => _request.EnteredLayer ?? _request.ToldLayer;

    /// <summary>Takes what a stream gave; nothing any more once completed.</summary>
    public void Append(OutputStream stream, ReadOnlySpan<byte> bytes)
    {
        var state = stream == OutputStream.StandardOutput ? _output : _error;
        lock (_lock)
        {
            if (_isCompleted)
                return;
            BytesRead += bytes.Length;
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

    private void Take(StreamState state, OutputLine line)
    {
        var directive = line.StartsLine ? DirectiveParser.Parse(line.Content) : null;
        // First of all: the line that names a secret is the first that must not show it.
        if (directive is RedactedVariableDirective secret && !Redactor.TryAdd(secret.Value))
            directive = TooManySecrets;
        var shown = Show(line, directive);
        state.Tail.Append(shown);
        var redacted = line with { Bytes = shown };
        if (directive is MalformedDirective malformed
            && (!malformed.ConcernsVariables || _request.EnteredLayer is not null))
        {
            var error = Redactor.Redact(malformed.Error) ?? "";
            _request.Observer.OnOutput(redacted with { DirectiveError = error });
            if (malformed.FailsAction)
                FailMessage = error;
            else if (malformed.ConcernsVariables && !_request.IgnoresMalformedVariables)
                FailMessage = $"{error} ({Encoding.UTF8.GetString(shown).TrimEnd('\r', '\n')})";
            return;
        }

        _request.Observer.OnOutput(redacted);
        if (directive is not null)
            Apply(directive);
    }

    private static MalformedDirective TooManySecrets => new(
        $"The session has more than the {Redactor.SecretsMax} redacted values it may have.", true, FailsAction: true,
        HidesValue: true);

    private ReadOnlySpan<byte> Show(OutputLine line, Directive? directive) => directive switch
    {
        RedactedVariableDirective secret => ShowMasked(line, $"openjd_redacted_env: {secret.Name}={Redactor.Mask}"),
        MalformedDirective { HidesValue: true } => ShowMasked(line, $"openjd_redacted_env: {Redactor.Mask}"),
        _ => Redactor.Redact(line.Bytes),
    };

    private static ReadOnlySpan<byte> ShowMasked(OutputLine line, string text) =>
        (byte[])[.. Encoding.UTF8.GetBytes(text), .. line.Bytes[line.Content.Length..]];

    private void Apply(Directive directive)
    {
        switch (directive)
        {
            case ProgressDirective progress:
                _request.Observer.OnProgress(progress.Percent);
                break;
            case StatusDirective status:
                _request.Observer.OnStatus(Redactor.Redact(status.Message) ?? "");
                break;
            case FailDirective fail:
                FailMessage = Redactor.Redact(fail.Message);
                break;
            case LogLevelDirective level:
                _request.Observer.OnLogLevel(level.Level);
                break;
            case SetVariableDirective set:
                Layer?.Set(set.Name, set.Value);
                break;
            case RedactedVariableDirective secret when _request.SetsRedactedVariables:
                Layer?.Set(secret.Name, secret.Value);
                break;
            case UnsetVariableDirective unset:
                _request.EnteredLayer?.Unset(unset.Name);
                break;
            case MalformedDirective or RedactedVariableDirective:
                break;
            default:
                throw new InvalidOperationException($"The directive {directive.GetType().Name} has no effect defined.");
        }
    }

    private sealed class StreamState
    {
        public StreamState(OutputStream stream, OutputCollector collector) =>
            Lines = new LineSplitter(stream, line => collector.Take(this, line), collector.Redactor.CutBefore);

        public LineSplitter Lines { get; }

        public OutputTail Tail { get; } = new();
    }
}
