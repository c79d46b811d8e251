namespace OpenJd.Model.Validation;

/// <summary>A fault in a template, or in what was submitted with it.</summary>
/// <param name="Path">
/// The place, such as <c>steps[0] -> script -> actions -> onRun -> timeout</c>; empty for the whole.
/// </param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Line">The line in the document, from 1; 0 where the fault lies in no document.</param>
/// <param name="Column">The column in the document, from 1; 0 where the fault lies in no document.</param>
public sealed record ValidationError(string Path, string Message, int Line, int Column)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var position = Line > 0 ? FormattableString.Invariant($"line {Line}, column {Column}: ") : "";
        return Path.Length == 0 ? position + Message : $"{position}{Path}: {Message}";
    }
}
