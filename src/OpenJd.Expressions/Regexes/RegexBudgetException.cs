namespace OpenJd.Expressions.Regexes;

/// <summary>A search that takes more operations than are left.</summary>
internal sealed class RegexBudgetException : Exception;
