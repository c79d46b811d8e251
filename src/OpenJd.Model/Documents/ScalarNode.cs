namespace OpenJd.Model.Documents;

/// <summary>A single value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// Its text: of a whole number decimal digits with an optional sign, of a boolean <c>true</c> or <c>false</c>, else as
/// written.
/// </param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Column">The column it starts at, from 1.</param>
public sealed record ScalarNode(ScalarKind Kind, string Text, int Line = 0, int Column = 0) : DocumentNode(Line, Column)
{
    /// <summary>A text that comes from no document, such as one given on a command line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The node.</returns>
    public static ScalarNode FromText(string text) => new(ScalarKind.String, text);

    internal override string Description => Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => $"the boolean {Text}",
        ScalarKind.Integer => $"the whole number {Text}",
        ScalarKind.Float => $"the number {Text}",
        ScalarKind.String => "text",
    };
}
