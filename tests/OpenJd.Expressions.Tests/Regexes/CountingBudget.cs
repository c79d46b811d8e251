using OpenJd.Expressions.Regexes;

namespace OpenJd.Expressions.Tests.Regexes;

/// <summary>Counts the steps of searches, and ends one that takes too many.</summary>
internal sealed class CountingBudget(long stepsMax = long.MaxValue) : IRegexBudget
{
    public long Steps { get; private set; }

    public void Pay(long steps)
    {
        Steps += steps;
        if (Steps > stepsMax) throw new OperationCanceledException("out of steps");
    }
}
