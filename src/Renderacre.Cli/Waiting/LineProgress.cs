using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>Progress as plain lines, one for each change: for logs and pipes.</summary>
/// <param name="output">Where to.</param>
internal sealed class LineProgress(TextWriter output) : IProgressView
{
    private string _shown = "";

    /// <inheritdoc/>
    public void Show(Job job) => Write(ProgressText.Of(job));

    /// <inheritdoc/>
    public void ShowSilence(string reason) => Write(Cell.Clean(reason));

    private void Write(string line)
    {
        if (line == _shown)
            return;
        _shown = line;
        output.WriteLine(line);
        output.Flush();
    }
}
