using OpenJd.Expressions.Errors;

namespace OpenJd.Expressions.Evaluation;

/// <summary>What an error can point at.</summary>
internal interface ISourcePlace
{
    /// <summary>The characters that are meant.</summary>
    TextSpan Span { get; }

    /// <summary>Index of the character that matters most.</summary>
    int Caret { get; }
}
