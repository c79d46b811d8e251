using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;
using Renderacre.Worker.Artifacts;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Supervision;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// Writes an action's output to its log as it comes, and looks for artifacts, by rules and for progress in it.
/// </summary>
internal sealed class LogObserver(
    LogFile log, ArtifactCollector? artifacts, TaskWatch? watch = null, ProgressWatch? progress = null)
    : IActionObserver
{
    /// <inheritdoc/>
    public void OnStarted(int processId) => watch?.Start();

    /// <inheritdoc/>
    public void OnOutput(OutputLine line)
    {
        log.Append(line.Bytes);
        if (line.StartsLine)
            artifacts?.Look(line.Content);
        watch?.Look(line);
        progress?.Look(line);
    }

    /// <inheritdoc/>
    public void OnProgress(double percent) => progress?.Tell(percent);

    /// <inheritdoc/>
    public void OnStatus(string message) => progress?.Say(message);
}
