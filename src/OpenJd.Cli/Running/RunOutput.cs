using OpenJd.Cli.Templates;

namespace OpenJd.Cli.Running;

/// <summary>Where a run is told: line by line to human readers, else as one document at its end.</summary>
/// <param name="output">Where to.</param>
/// <param name="format">How.</param>
internal sealed class RunOutput(TextWriter output, OutputFormat format)
{
    // A document is written at the end, so its lines are kept.
    private const int LinesMax = 1_000_000;
    private readonly Lock _lock = new();
    private readonly List<RunLine> _lines = [];

    /// <summary>Takes a line. Lines of an interruption come from another thread.</summary>
    public void Write(RunLine line)
    {
        lock (_lock)
        {
            if (format == OutputFormat.HumanReadable)
                output.Write($"{line.Timestamp}\t{line.Message}\n");
            else if (_lines.Count < LinesMax)
                _lines.Add(line);
            else if (_lines.Count == LinesMax)
                _lines.Add(line with { Message = $"(what follows is left out: a document has {LinesMax} lines)" });
        }
    }

    /// <summary>Writes the result.</summary>
    public void Finish(RunResult result)
    {
        if (format == OutputFormat.HumanReadable)
            output.Write(RunReport.Text(result) + "\n");
        else
            ResultDocument.Write(output, format, RunReport.Document(result, _lines));
    }
}
