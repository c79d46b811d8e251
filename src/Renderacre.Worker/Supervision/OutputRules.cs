using System.Text;
using OpenJd.Expressions.Regexes;
using OpenJd.Sessions.Output;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Supervision;

/// <summary>The output rules of a session, ready to look at lines with.</summary>
internal sealed class OutputRules
{
    private readonly IReadOnlyList<(LinePattern Pattern, OutputRule Rule)> _rules;

    private OutputRules(IReadOnlyList<(LinePattern, OutputRule)> rules) => _rules = rules;

    /// <summary>Reads rules.</summary>
    /// <param name="rules">The rules; the controller has checked their patterns.</param>
    /// <exception cref="InvalidDataException">A pattern is none that this worker knows.</exception>
    public static OutputRules Read(IReadOnlyList<OutputRule> rules) =>
        new([.. rules.Select(rule => (Read(rule.Pattern), rule))]);

    /// <summary>Looks at a line.</summary>
    /// <param name="line">The line; of a long one its start.</param>
    /// <returns>The first rule whose pattern is in it, or null.</returns>
    public FoundRule? Find(OutputLine line)
    {
        if (_rules.Count == 0 || !line.StartsLine)
            return null;
        ReadOnlySpan<byte> content = line.Content;
        string text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, OutputRule.LineBytesMax)]);
        foreach ((LinePattern pattern, OutputRule rule) in _rules)
        {
            if (pattern.Find(text) is not null)
                return new FoundRule(rule, text);
        }

        return null;
    }

    private static LinePattern Read(string pattern) => LinePattern.TryParse(pattern, out LinePattern? read, out _)
        ? read
        : throw new InvalidDataException($"the output rule '{pattern}' is no pattern that this worker knows");
}
