using Renderacre.Client;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>
/// Jobs submitted one after the other, whatever becomes of the controller meanwhile, and what is known of them. Each
/// process of a task adds a line to the task's file when it starts and when it ends.
/// </summary>
/// <param name="farm">The farm.</param>
/// <param name="random">Decides how many tasks there are and how long they take.</param>
/// <param name="failures">Whether some tasks fail the first time.</param>
internal sealed class FaultLoad(TempFarm farm, Random random, bool failures)
{
    private const int MaxRetries = 20;
    private const int TasksMax = 5;
    private const int TaskMillisecondsMax = 400;
    private const int FailingExitCode = 3;

    private readonly string _round = Guid.NewGuid().ToString("N")[..8];
    private readonly List<(Guid Id, IReadOnlyList<string> Tasks)> _acknowledged = [];
    private int _submissions;

    /// <summary>Jobs that the controller has answered for.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>Submits jobs until told to stop, pausing between them for as long as chance will have it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SubmitAsync();
            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(300)), stop);
        }
    }

    /// <summary>Submits one job; where no answer comes it may or may not have been taken.</summary>
    public async Task SubmitAsync()
    {
        var number = ++_submissions;
        var names = Enumerable.Range(0, random.Next(1, TasksMax)).Select(task => $"{_round}-{number}-{task}").ToList();
        try
        {
            var job = await farm.SubmitAsync(
                MaxRetries, [.. names.Select(name => (name, Script(name), Array.Empty<string>()))]);
            _acknowledged.Add((job.Id, names));
        }
        catch (FarmUnreachableException)
        {
            // Killed, or not there yet: nothing was acknowledged.
        }
        catch (FarmException refusal) when ((int)refusal.Status >= 500)
        {
            // It said that it does not know: nothing was acknowledged.
        }
    }

    /// <summary>Waits for every job's end and checks that what is recorded is what happened.</summary>
    /// <param name="startsUnheard">
    /// How often a task may have started without an attempt that tells of it: a lease that was given ahead to a worker
    /// which is lost counts as never started, though its session may have come to it after the worker's last word.
    /// </param>
    public async Task CheckAsync(int startsUnheard)
    {
        foreach (var (id, names) in _acknowledged)
        {
            var job = await farm.EndedAsync(id);
            Assert.Equal(names, job.Tasks.Select(task => task.Name));
            Assert.Equal(JobState.Succeeded, job.State);
            foreach (var task in job.Tasks)
                Check(task, startsUnheard);
        }
    }

    /// <summary>Checks that every task has ended and was started exactly once.</summary>
    public async Task CheckEachRanOnceAsync()
    {
        foreach (var (id, names) in _acknowledged)
        {
            Assert.All((await farm.EndedAsync(id)).Tasks, task => Assert.Single(task.AttemptRecords));
            Assert.All(names, name => Assert.Equal(1, Count(farm.Lines(Path.Combine("runs", name)), "start")));
        }
    }

    private void Check(TaskInfo task, int startsUnheard)
    {
        var lines = farm.Lines(Path.Combine("runs", task.Name));
        var (starts, ends) = (Count(lines, "start"), Count(lines, "end"));
        var records = string.Join(", ", task.AttemptRecords.Select(Describe));
        var attempts = $"its attempts are {records}; its processes said\n{string.Join('\n', lines)}";
        Assert.True(ends >= 1, $"{task.Name} is recorded as succeeded, but no process of it has ended so; {attempts}");
        Assert.True(
            starts <= task.AttemptRecords.Count + startsUnheard,
            $"{task.Name} was started {starts} times; {attempts}");
        var last = task.AttemptRecords[^1];
        Assert.Equal((AttemptState.Succeeded, 0), (last.State, last.ExitCode));
        Assert.DoesNotContain(task.AttemptRecords.SkipLast(1), attempt => attempt.State == AttemptState.Succeeded);
    }

    private static int Count(IReadOnlyList<string> lines, string word) =>
        lines.Count(line => line.StartsWith(word, StringComparison.Ordinal));

    private static string Describe(TaskAttempt attempt) => FormattableString.Invariant(
        $"{attempt.Number} {attempt.State} ({attempt.FailureSummary}) of {attempt.LeasedAt:HH:mm:ss.fff}");

    private string Script(string name)
    {
        var seconds = FormattableString.Invariant($"{random.Next(TaskMillisecondsMax) / 1000.0:0.000}");
        var file = $"runs/{name}";
        // Some fail the first time that they come to their end.
        var failing = failures && random.Next(5) == 0
            ? $"[ -e {file}.failed ] || {{ touch {file}.failed; exit {FailingExitCode}; }}; "
            : "";
        const string Now = "$(date -u +%H:%M:%S.%3N)";
        return $"echo start {Now} >> {file}; sleep {seconds}; {failing}echo end {Now} >> {file}";
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        try
        {
            await Task.Delay(pause, stop);
        }
        catch (OperationCanceledException)
        {
            // The load ends.
        }
    }
}
