namespace Renderacre.Controller.Hooks;

/// <summary>What came of one run of a hook.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Summary">That in words, in one line, without secrets of the hook's.</param>
/// <param name="Output">
/// What the command wrote to standard output, or the body of the answer, as far as it is kept.
/// </param>
internal sealed record HookResult(HookOutcome Outcome, string Summary, string Output)
{
    private const int SummaryMax = 300;
    private const int SecretMin = 4;

    /// <summary>Whether it did what it is for.</summary>
    public bool Succeeded => Outcome == HookOutcome.Succeeded;

    /// <summary>This, with secrets left out of the summary, and that cut to its bound.</summary>
    /// <param name="secrets">The secrets; shorter ones than four characters are none.</param>
    public HookResult Without(IEnumerable<string> secrets)
    {
        string summary = secrets.Where(secret => secret.Length >= SecretMin)
            .OrderByDescending(secret => secret.Length)
            .Aggregate(Summary, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));
        return this with { Summary = summary.Length > SummaryMax ? summary[..SummaryMax] : summary };
    }
}
