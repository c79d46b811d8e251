using System.Runtime.CompilerServices;
using System.Text;
using Renderacre.Cli.Ids;
using Renderacre.Cli.Tables;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Logs;

namespace Renderacre.Cli.Logs;

/// <summary>Prints logs of attempts.</summary>
/// <param name="client">The controller.</param>
/// <param name="host">Where to.</param>
internal sealed class LogPrinter(FarmClient client, CliHost host)
{
    /// <summary>Prints the logs as text, each under its task's name where a whole job is meant.</summary>
    /// <param name="target">The tasks.</param>
    /// <param name="number">The attempt's number, or null for each task's last one.</param>
    /// <param name="cancellationToken">Ends the printing.</param>
    /// <exception cref="CliException">The only task meant has no such attempt.</exception>
    public async Task PrintAsync(JobOrTask target, int? number, CancellationToken cancellationToken)
    {
        await foreach (var (task, attempt) in AttemptsAsync(target, number, cancellationToken))
        {
            if (target.Task is null)
            {
                host.Output.WriteLine(
                    $"==> {Cell.Clean(task.Name)}, attempt {attempt.Number}, {Cell.Word(attempt.State)} <==");
            }

            var log = client.ReadAttemptLogAsync(task.Id, attempt.Id, 0, cancellationToken);
            if (!await CopyAsync(log, null, cancellationToken) && EnvironmentLog.SessionOf(attempt) is { } session)
            {
                await CopyAsync(
                    client.ReadSessionLogAsync(session, cancellationToken), EnvironmentLog.Note, cancellationToken);
            }
        }
    }

    /// <summary>Prints the entries of all the logs as one JSON list.</summary>
    public async Task PrintJsonAsync(JobOrTask target, int? number, CancellationToken cancellationToken)
    {
        var entries = new List<FarmLogEntry>();
        await foreach (var (task, attempt) in AttemptsAsync(target, number, cancellationToken))
            entries.AddRange(await client.GetAttemptLogEntriesAsync(task.Id, attempt.Id, cancellationToken));
        new Printer(host).Json<IReadOnlyList<FarmLogEntry>>(entries);
    }

    private async IAsyncEnumerable<(TaskInfo Task, TaskAttempt Attempt)> AttemptsAsync(
        JobOrTask target, int? number, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var task in target.TasksAsync(client, token))
        {
            var attempt = Pick(task.AttemptRecords, number);
            if (attempt is not null)
                yield return (task, attempt);
            else if (target.Task is not null)
                throw new CliException(ExitCode.Failure, Missing(task, number));
        }
    }

    private static TaskAttempt? Pick(IReadOnlyList<TaskAttempt> attempts, int? number) => number is null
        ? attempts is [.., var last] ? last : null
        : attempts.FirstOrDefault(attempt => attempt.Number == number);

    private static string Missing(TaskInfo task, int? number) => number is null || task.AttemptRecords.Count == 0
        ? $"task {task.Id} ({Cell.Clean(task.Name)}) has not been tried yet"
        : $"--attempt {number}: task {task.Id} ({Cell.Clean(task.Name)}) has attempts 1 to {task.AttemptRecords.Count}";

    /// <summary>Copies a log.</summary>
    /// <param name="log">Its bytes.</param>
    /// <param name="note">What is said of it before its first byte, or null.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <returns>Whether there was anything in it.</returns>
    private async Task<bool> CopyAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> log, string? note, CancellationToken cancellationToken)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var (last, any) = ('\n', false);
        await foreach (var bytes in log)
        {
            if (!any && note is not null)
                await host.Error.WriteLineAsync($"renderacre: {note}");
            any = true;
            var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
            var length = decoder.GetChars(bytes.Span, text, flush: false);
            await host.Output.WriteAsync(text.AsMemory(0, length), cancellationToken);
            if (length > 0)
                last = text[length - 1];
        }

        if (last != '\n')
            await host.Output.WriteLineAsync();
        return any;
    }
}
