using System.Text.RegularExpressions;

namespace OpenJd.Model.Schemas;

/// <summary>A pattern that a text must match.</summary>
/// <param name="Regex">The pattern.</param>
/// <param name="Text">
/// The same as a regular expression that JSON Schema takes; the whole text matches it, without anchors.
/// </param>
/// <param name="Wanted">What texts match, as the end of a sentence that begins with the text.</param>
internal sealed record TextPattern(Regex Regex, string Text, string Wanted)
{
    /// <summary>What is wrong with a text, or null.</summary>
    public string? Fault(string what, string text) => Regex.IsMatch(text) ? null : $"{what} '{text}' {Wanted}.";
}
