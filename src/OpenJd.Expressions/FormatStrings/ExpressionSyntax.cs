namespace OpenJd.Expressions.FormatStrings;

/// <summary>What may stand between double braces. Source: template schemas §7.3.</summary>
public enum ExpressionSyntax
{
    /// <summary>A dotted name and nothing else: templates without the EXPR extension.</summary>
    PlainNames,

    /// <summary>Any expression: templates with EXPR.</summary>
    Expressions,
}
