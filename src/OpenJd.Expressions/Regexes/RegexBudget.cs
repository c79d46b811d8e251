namespace OpenJd.Expressions.Regexes;

/// <summary>Pays for searches with operations of an evaluation, up to a bound.</summary>
/// <param name="operationsMax">How many operations may be spent.</param>
internal sealed class RegexBudget(long operationsMax) : IRegexBudget
{
    private const int StepsPerOperation = 2;
    private long _steps;

    /// <summary>Operations spent since they were asked for last.</summary>
    public long TakeOperations()
    {
        var operations = (_steps + StepsPerOperation - 1) / StepsPerOperation;
        operationsMax -= operations;
        _steps = 0;
        return operations;
    }

    /// <inheritdoc/>
    public void Pay(long steps)
    {
        _steps += steps;
        if (_steps / StepsPerOperation > operationsMax) throw new RegexBudgetException();
    }
}
