namespace OpenJd.Expressions.Regexes;

/// <summary>Pays for the work of a search, and ends the search by throwing where it cannot.</summary>
internal interface IRegexBudget
{
    /// <summary>Called now and then while a search runs, and at its end.</summary>
    /// <param name="steps">The steps since the last call; one is about one thread moved over one character.</param>
    void Pay(long steps);
}
