using System.Globalization;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;

namespace Renderacre.Cli.Templates;

/// <summary>The log of a run on this machine: a time since its start, a tab, and the text.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class RunLog(TextWriter output, TimeProvider time) : IActionObserver
{
    private const string ThickRule = "==============================================";
    private const string ThinRule = "----------------------------------------------";

    private readonly long _start = time.GetTimestamp();
    private int _processId;
    private bool _inLine;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Writes one line of the runner itself.</summary>
    public void Say(string text) => Write($"Open Job Description CLI: {text}");

    /// <summary>Writes one line.</summary>
    public void Write(string text) => output.WriteLine($"{Stamp}\t{text}");

    /// <summary>Begins a task or an environment.</summary>
    public void Begin(string title)
    {
        Write("");
        Write(ThickRule);
        Write($"--------- {title}");
        Write(ThickRule);
    }

    /// <summary>Begins an action.</summary>
    /// <param name="command">Its command, without arguments: they may hold secrets.</param>
    public void BeginAction(string command)
    {
        foreach (var line in (string[])[ThinRule, "Phase: Running action", ThinRule, $"Running command {command}"])
            Write(line);
    }

    /// <summary>Ends an action.</summary>
    public void EndAction(ActionOutcome outcome)
    {
        if (_inLine)
            output.WriteLine();
        _inLine = false;
        if (outcome.State == ActionState.TimedOut)
            Write("TIMEOUT - Runtime limit reached. Canceling action.");
        if (outcome.Message is { } message)
            Write(message);
        if (outcome.ExitCode is { } code)
            Write($"Process pid {_processId} exited with code: {code} (unsigned) / {Hex(code)} (hex)");
    }

    /// <inheritdoc/>
    public void OnStarted(int processId)
    {
        _processId = processId;
        Write($"Command started as pid: {processId}");
        Write("Output:");
    }

    /// <inheritdoc/>
    public void OnOutput(OutputLine line)
    {
        if (_inLine && line.StartsLine)
            output.WriteLine();
        if (line.StartsLine)
            output.Write($"{Stamp}\t");
        output.Write(line.Text);
        if (line.DirectiveError is { } error)
            output.Write($" -- ERROR: {error}");
        if (line.EndsLine)
            output.WriteLine();
        _inLine = !line.EndsLine;
    }

    private string Stamp => Elapsed.ToString(@"h\:mm\:ss\.ffffff", CultureInfo.InvariantCulture);

    private static string Hex(int code) => code < 0
        ? $"-0x{-(long)code:x}"
        : $"0x{code:x}";
}
