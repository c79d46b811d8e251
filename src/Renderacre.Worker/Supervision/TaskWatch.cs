using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Output;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Supervision;

/// <summary>Watches one task: its output by rules, its time and its silence; and judges what came of it.</summary>
/// <param name="supervision">What it is watched for.</param>
/// <param name="rules">Its output rules.</param>
/// <param name="time">Tells the time.</param>
/// <param name="stop">Asks the task to stop by its own method.</param>
internal sealed class TaskWatch(TaskSupervision supervision, OutputRules rules, TimeProvider time, Action stop)
    : IDisposable
{
    /// <summary>Warnings of one attempt, at most; further ones say nothing new.</summary>
    public const int WarningsMax = 20;

    private readonly List<string> _warnings = [];
    private readonly Lock _lock = new();
    private FoundRule? _failing;
    private ITimer? _runTimer;
    private ITimer? _silenceTimer;
    private long _startedAt;
    private long _wroteAt;
    private string? _stoppedBecause;

    /// <summary>The task's process runs: its time counts from here.</summary>
    public void Start()
    {
        _startedAt = _wroteAt = time.GetTimestamp();
        if (supervision.RunTimeMax is { } longest)
            _runTimer = time.CreateTimer(_ => StopLate(longest), null, Seconds(longest), Timeout.InfiniteTimeSpan);
        if (supervision.SilenceMax is { } silence)
        {
            _silenceTimer = time.CreateTimer(
                _ => LookForOutput(silence), null, Seconds(silence), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The task wrote something.</summary>
    /// <param name="line">What it wrote.</param>
    public void Look(OutputLine line)
    {
        Volatile.Write(ref _wroteAt, time.GetTimestamp());
        if (rules.Find(line) is not { } found)
            return;
        if (found.Rule.Action == RuleAction.Warn)
            Warn(found.Message);
        else
            _failing ??= found;
    }

    /// <summary>Judges how the task ended.</summary>
    /// <param name="outcome">How its action ended.</param>
    public Verdict Judge(ActionOutcome outcome)
    {
        TimeSpan ran = time.GetElapsedTime(_startedAt);
        Dispose();
        Verdict verdict = JudgeRules(outcome);
        bool succeeded = verdict.Outcome.State == ActionState.Succeeded;
        if (succeeded && supervision.RunTimeMin is { } least && ran < Seconds(least))
        {
            verdict = verdict.Failed(
                $"it ended after {ran.TotalSeconds:F1} s, sooner than in {least} s (run_time_min)");
        }

        return verdict with { Warnings = [.. _warnings] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _runTimer?.Dispose();
        _silenceTimer?.Dispose();
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private Verdict JudgeRules(ActionOutcome outcome)
    {
        var verdict = new Verdict(outcome);
        if (outcome.State == ActionState.Canceled && _stoppedBecause is { } because)
            return new Verdict(outcome with { State = ActionState.TimedOut, FailMessage = because });
        if (outcome.State is not (ActionState.Succeeded or ActionState.Failed))
            return verdict;
        if (_failing is { } failing)
            return verdict.Failed(failing.Rule.Action, failing.Message, failing.Rule.Limit);
        ExitCodeRule? rule = supervision.ExitCodeRules.FirstOrDefault(
            each => outcome.ExitCode is { } code && each.ExitCodes.Contains(code));
        if (rule is null)
            return verdict;
        string message = rule.Message ?? $"exited with code {outcome.ExitCode}";
        if (rule.Action != RuleAction.Warn)
            return verdict.Failed(rule.Action, message, rule.Limit);
        Warn(message);
        return verdict;
    }

    private void Warn(string message)
    {
        if (_warnings.Count < WarningsMax && !_warnings.Contains(message))
            _warnings.Add(message);
    }

    private void StopLate(int longest) => Stop($"it ran longer than {longest} s (run_time_max)");

    private void LookForOutput(int silence)
    {
        TimeSpan left = Seconds(silence) - time.GetElapsedTime(Volatile.Read(ref _wroteAt));
        if (left > TimeSpan.Zero)
            _silenceTimer?.Change(left, Timeout.InfiniteTimeSpan);
        else
            Stop($"it wrote nothing for {silence} s (silence_max)");
    }

    private void Stop(string because)
    {
        lock (_lock)
        {
            if (_stoppedBecause is not null)
                return;
            _stoppedBecause = because;
        }

        stop();
    }
}
