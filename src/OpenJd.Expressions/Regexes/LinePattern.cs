using System.Diagnostics.CodeAnalysis;

namespace OpenJd.Expressions.Regexes;

/// <summary>
/// A pattern in the portable syntax of regular expressions (expression language §2.2.5), to be searched for in many
/// texts in linear time.
/// </summary>
public sealed class LinePattern
{
    private readonly PortableRegex _regex;

    private LinePattern(string text, PortableRegex regex) => (Text, _regex) = (text, regex);

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>How many capturing groups it has.</summary>
    public int Groups => _regex.Groups;

    /// <summary>How many states it has; a search takes at most about so many steps for each character.</summary>
    public int States => _regex.States;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="pattern">The pattern read, where it is one.</param>
    /// <param name="problem">What is wrong, where it is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out LinePattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            (pattern, problem) = (new LinePattern(text, PortableRegex.Parse(text)), null);
            return true;
        }
        catch (RegexException error)
        {
            (pattern, problem) = (null, error.Message);
            return false;
        }
    }

    /// <summary>Searches for the first match anywhere in a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>
    /// The text of the match, then that of each group, empty for one that took no part; null for no match.
    /// </returns>
    public IReadOnlyList<string>? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _regex.Find(text, atStart: false, new RegexBudget(long.MaxValue));
    }
}
