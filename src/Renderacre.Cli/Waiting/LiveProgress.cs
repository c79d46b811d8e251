using Renderacre.Cli.Tables;
using Renderacre.Contracts.Jobs;
using Spectre.Console;

namespace Renderacre.Cli.Waiting;

/// <summary>Progress as a bar that moves on a terminal.</summary>
/// <param name="bar">The bar.</param>
internal sealed class LiveProgress(ProgressTask bar) : IProgressView
{
    /// <summary>Draws a bar while something is watched, and takes care of the screen after it.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="watch">Watches, showing what it sees.</param>
    /// <returns>What the watching gives.</returns>
    public static Task<Job> RunAsync(IAnsiConsole console, Func<IProgressView, Task<Job>> watch) => console.Progress()
        .Columns(
            new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
        .StartAsync(context => watch(new LiveProgress(context.AddTask("waiting"))));

    /// <inheritdoc/>
    public void Show(Job job)
    {
        bar.MaxValue = Math.Max(job.TasksTotal, 1);
        bar.Value = ProgressText.TasksDone(job);
        bar.Description = Markup.Escape(ProgressText.Of(job));
    }

    /// <inheritdoc/>
    public void ShowSilence(string reason) => bar.Description = Markup.Escape(Cell.Clean(reason));
}
