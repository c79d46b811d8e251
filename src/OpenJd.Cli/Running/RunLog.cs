using System.Globalization;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Directives;
using OpenJd.Sessions.Output;

namespace OpenJd.Cli.Running;

/// <summary>The log of a run on this machine: what the runner does, and what the actions print.</summary>
/// <param name="clock">Gives the time of each line.</param>
/// <param name="write">Takes each line as it comes.</param>
/// <param name="verbose">Whether the contents of embedded files are told.</param>
internal sealed class RunLog(RunClock clock, Action<RunLine> write, bool verbose) : IActionObserver
{
    // What a shell returns for a program that is not there.
    private const int NotFoundCode = 127;
    // A process that a signal ended has no code of its own; -1 is what stands for one.
    private const int SignalCode = -1;
    private const string ThickRule = "==============================================";
    private const string ThinRule = "----------------------------------------------";

    private readonly Dictionary<OutputStream, string> _parts = [];
    private int? _processId;
    private bool _hasSetUp;
    private bool _isStarting;

    /// <summary>What the runner itself still says; actions can change it.</summary>
    public SessionLogLevel Level { get; private set; } = SessionLogLevel.Info;

    /// <summary>Writes one line of the runner itself.</summary>
    public void Say(string text) => Write($"Open Job Description CLI: {text}");

    /// <summary>Writes one line.</summary>
    public void Write(string text) => write(new RunLine(clock.Stamp, text));

    /// <summary>Begins a task or an environment.</summary>
    public void Begin(string title)
    {
        (_processId, _hasSetUp, _isStarting) = (null, false, false);
        foreach (var line in (string[])["", ThickRule, $"--------- {title}", ThickRule])
            Write(line);
    }

    /// <summary>Ends what was begun.</summary>
    /// <param name="outcome">What came of it.</param>
    public void End(ActionOutcome outcome)
    {
        foreach (var part in _parts.Values)
            Write(part);
        _parts.Clear();
        if (outcome.State == ActionState.TimedOut)
            Write($"TIMEOUT - Runtime limit reached at {clock.Local}. Canceling action.");
        if (outcome.Message is { } message)
            Write(message);
        if (outcome.ExitCode is { } code)
            WriteExit($"Process pid {_processId}", code < 0 && !OperatingSystem.IsWindows() ? SignalCode : code);
        else if (outcome.State == ActionState.CouldNotStart && _isStarting)
            WriteExit("Process", NotFoundCode);
    }

    /// <inheritdoc/>
    public void OnVariable(string name, string value) => Write($"Setting: {name}={value}");

    /// <inheritdoc/>
    public void OnFileWritten(string symbol, string path)
    {
        BeginPhase("Setup", !_hasSetUp);
        _hasSetUp = true;
        Write($"Mapping: {symbol} -> {path}");
        Write($"Wrote: {symbol[(symbol.LastIndexOf('.') + 1)..]} -> {path}");
        if (!verbose)
            return;
        foreach (var line in File.ReadLines(path))
            Write($"    {line}");
    }

    /// <inheritdoc/>
    public void OnStarting(string command)
    {
        BeginPhase("Setup", !_hasSetUp);
        (_hasSetUp, _isStarting) = (true, true);
        BeginPhase("Running action", true);
        Write($"Running command {command}");
    }

    /// <inheritdoc/>
    public void OnStarted(int processId)
    {
        _processId = processId;
        Write($"Command started as pid: {processId}");
        Write("Output:");
    }

    /// <inheritdoc/>
    public void OnLogLevel(SessionLogLevel level) => Level = level;

    /// <inheritdoc/>
    public void OnOutput(OutputLine line)
    {
        // A line that was cut for its length goes on where its first piece stands.
        var text = _parts.Remove(line.Stream, out var part) ? part : "";
        if (line.StartsLine && text.Length > 0)
        {
            Write(text);
            text = "";
        }

        text += VisibleText.Of(line.Content);
        if (line.DirectiveError is { } error)
            text += $" -- ERROR: {error}";
        if (line.EndsLine)
            Write(text);
        else if (text.Length < LineSplitter.LineBytesMax)
            _parts[line.Stream] = text;
        else
            Write(text);
    }

    private void BeginPhase(string name, bool isNew)
    {
        if (!isNew)
            return;
        foreach (var line in (string[])[ThinRule, $"Phase: {name}", ThinRule])
            Write(line);
    }

    private void WriteExit(string process, int code) =>
        Write($"{process} exited with code: {code} (unsigned) / {Hex(code)} (hex)");

    private static string Hex(int code) => code < 0
        ? string.Create(CultureInfo.InvariantCulture, $"-0x{-(long)code:x}")
        : string.Create(CultureInfo.InvariantCulture, $"0x{code:x}");
}
