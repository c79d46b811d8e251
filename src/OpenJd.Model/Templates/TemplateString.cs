using OpenJd.Expressions.FormatStrings;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>A format string and where it stands in the template.</summary>
/// <param name="Format">The format string.</param>
/// <param name="Location">Where it stands.</param>
public sealed record TemplateString(FormatString Format, SourceLocation Location)
{
    /// <summary>The text as written.</summary>
    public string Text => Format.Text;
}
