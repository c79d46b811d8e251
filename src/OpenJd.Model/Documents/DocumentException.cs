namespace OpenJd.Model.Documents;

/// <summary>A text that is neither a YAML nor a JSON document, or one beyond the bounds.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column, from 1.</param>
public sealed class DocumentException(string message, int line, int column) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1.</summary>
    public int Column { get; } = column;
}
