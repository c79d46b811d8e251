using OpenJd.Sessions.Actions;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;

namespace Renderacre.Worker.Supervision;

/// <summary>What came of a task by all that it was watched for.</summary>
/// <param name="Outcome">How it ended.</param>
internal sealed record Verdict(ActionOutcome Outcome)
{
    /// <summary>What a rule wants done about the failure, or null.</summary>
    public FailureRemedy? Remedy { get; init; }

    /// <summary>The limit that a licence rule names, or null.</summary>
    public string? LicenceLimit { get; init; }

    /// <summary>What rules warn of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The same, failed for a reason.</summary>
    /// <param name="message">Why.</param>
    public Verdict Failed(string message) => this with
    {
        Outcome = Outcome with { State = ActionState.Failed, FailMessage = message },
    };

    /// <summary>The same, failed by a rule.</summary>
    /// <param name="action">What the rule does: fail, retry or licence.</param>
    /// <param name="message">Why.</param>
    /// <param name="limit">The limit that it names, or null.</param>
    public Verdict Failed(RuleAction action, string message, string? limit) => Failed(message) with
    {
        Remedy = action switch
        {
            RuleAction.Retry => FailureRemedy.Retry,
            RuleAction.Licence => FailureRemedy.Licence,
            RuleAction.Fail or RuleAction.Warn or RuleAction.Progress => null,
        },
        LicenceLimit = limit,
    };
}
