using System.CommandLine;
using System.CommandLine.Parsing;
using Renderacre.Cli.Commands;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;

namespace Renderacre.Cli.Submitting;

/// <summary>Options that say how a job wants to be treated: of <c>submit</c>, <c>edit</c> and <c>clone</c>.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<DateTimeOffset?> _startAfter = new("--start-after")
    {
        Description = "Nothing of the job starts before this moment, such as 2026-12-01T22:00Z",
        HelpName = "TIME",
    };

    private readonly Option<int?> _maxRunning = Bound("--max-running", "Tasks that may run at a time");
    private readonly Option<int?> _maxWorkers = Bound("--max-workers", "Workers that the job may have at a time");
    private readonly Option<int?> _failedMax = Bound(
        "--failed-max", "Tasks that have failed for good at which nothing more of the job starts");

    private readonly Option<int?> _failedMaxPercent = Bound(
        "--failed-max-percent", "The same as a percentage of all the job's tasks, up to 100");

    private readonly Option<int?> _lostMax = Bound(
        "--lost-max", "Times that a worker may be lost with a task before the task fails; 3 unless given");

    private readonly Option<int?> _workerFailuresMax = Bound(
        "--worker-failures-max", "Failures at one worker after which that worker gets no more of the job");

    private readonly Option<int?> _retryDelay = Bound(
        "--retry-delay", "Seconds that a task rests after a failure; each further one doubles them", "SECONDS",
        least: 0);

    private readonly Option<int?> _retryDelayMax = Bound(
        "--retry-delay-max", "Seconds that it rests so at most; an hour unless given", "SECONDS");

    private readonly Option<string[]> _allowWorkers = Workers("--allow-worker", "Only workers of such names run it");
    private readonly Option<string[]> _denyWorkers = Workers("--deny-worker", "Workers of such names do not run it");

    private readonly Option<int?> _runTimeMin = Bound(
        "--run-time-min", "Seconds that a task takes at least: one that succeeds sooner has failed", "SECONDS");

    private readonly Option<int?> _runTimeMax = Bound(
        "--run-time-max", "Seconds after which a task is stopped", "SECONDS");

    private readonly Option<int?> _silenceMax = Bound(
        "--silence-max", "Seconds without output after which a task is stopped", "SECONDS");

    private readonly Option<int?> _licenceDelay = Bound(
        "--licence-delay", "Seconds that a task waits for a licence; a minute unless given", "SECONDS");

    private readonly Option<int?> _deferralsMax = Bound(
        "--deferrals-max", "Times in a row that rules may put a task off; 100 unless given", least: 0);

    private readonly Option<int?> _memoryRetryMax = Bound(
        "--memory-retry-max", "Times that a task asks for twice the memory after it ended for lack of it, up to 5");

    private readonly Option<string?> _file = new("--policy")
    {
        Description = "JSON file with a policy: rules, checks and what steps say of their own (docs/scheduling.md)",
        HelpName = "FILE",
    };

    private readonly Option[] _all;

    /// <summary>Adds the options to a command.</summary>
    public PolicyOptions(Command command)
    {
        _all =
        [
            _file, _startAfter, _maxRunning, _maxWorkers, _failedMax, _failedMaxPercent, _workerFailuresMax, _lostMax,
            _retryDelay, _retryDelayMax, _runTimeMin, _runTimeMax, _silenceMax, _licenceDelay, _deferralsMax,
            _memoryRetryMax, _allowWorkers, _denyWorkers,
        ];
        foreach (var option in _all)
            command.Add(option);
    }

    /// <summary>Whether a command line says anything of it.</summary>
    /// <param name="command">The command line.</param>
    public bool AreGiven(CommandResult command) => _all.Any(option => command.GetResult(option) is not null);

    /// <summary>What a command line says, over what the files say.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="said">What the submission's file, or the job that there is, says; or null.</param>
    /// <param name="host">What relative paths are of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The policy, which may say nothing; or null where nobody says anything.</returns>
    /// <exception cref="CliException">The policy's file is not what it should be.</exception>
    public async Task<JobPolicy?> ReadAsync(
        ParseResult parsed, JobPolicy? said, CliHost host, CancellationToken cancellationToken)
    {
        if (!AreGiven(parsed.CommandResult))
            return said;
        return Over(parsed, parsed.GetValue(_file) is { } path
            ? await WireFile.ReadAsync("--policy", path, host, WireJson.Default.JobPolicy, cancellationToken)
            : said ?? new JobPolicy());
    }

    private JobPolicy Over(ParseResult parsed, JobPolicy said) => said with
    {
        StartAfter = parsed.GetValue(_startAfter) ?? said.StartAfter,
        MaxRunning = parsed.GetValue(_maxRunning) ?? said.MaxRunning,
        MaxWorkers = parsed.GetValue(_maxWorkers) ?? said.MaxWorkers,
        FailedMax = parsed.GetValue(_failedMax) ?? said.FailedMax,
        FailedMaxPercent = parsed.GetValue(_failedMaxPercent) ?? said.FailedMaxPercent,
        LostMax = parsed.GetValue(_lostMax) ?? said.LostMax,
        WorkerFailuresMax = parsed.GetValue(_workerFailuresMax) ?? said.WorkerFailuresMax,
        AllowWorkers = parsed.GetValue(_allowWorkers) is { Length: > 0 } allowed ? allowed : said.AllowWorkers,
        DenyWorkers = parsed.GetValue(_denyWorkers) is { Length: > 0 } denied ? denied : said.DenyWorkers,
        RunTimeMin = parsed.GetValue(_runTimeMin) ?? said.RunTimeMin,
        RunTimeMax = parsed.GetValue(_runTimeMax) ?? said.RunTimeMax,
        SilenceMax = parsed.GetValue(_silenceMax) ?? said.SilenceMax,
        LicenceDelay = parsed.GetValue(_licenceDelay) ?? said.LicenceDelay,
        DeferralsMax = parsed.GetValue(_deferralsMax) ?? said.DeferralsMax,
        MemoryRetryMax = parsed.GetValue(_memoryRetryMax) ?? said.MemoryRetryMax,
        RetryDelay = parsed.GetValue(_retryDelay) ?? said.RetryDelay,
        RetryDelayMax = parsed.GetValue(_retryDelayMax) ?? said.RetryDelayMax,
    };

    private static Option<string[]> Workers(string name, string description) => new(name)
    {
        Description = $"{description}; * stands for any characters, ? for one; may be given several times",
        HelpName = "NAME",
    };

    private static Option<int?> Bound(string name, string description, string unit = "N", int least = 1)
    {
        var option = new Option<int?>(name) { Description = $"{description}, {least} or more", HelpName = unit };
        option.RequireAtLeast(least);
        return option;
    }
}
