using OpenJd.Expressions;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Templates;

/// <summary>A name bound to an expression. Source: template schemas §3.6.1.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Location">Where the binding stands.</param>
public sealed record LetBinding(string Name, Expression Expression, SourceLocation Location)
{
    /// <summary>The binding as a template spells it.</summary>
    public string Text => $"{Name} = {Expression.Text}";
}
