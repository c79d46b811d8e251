using OpenJd.Model.Jobs;

namespace OpenJd.Model.Templates;

/// <summary>A task parameter. Exactly one of the two range forms is given. Source: template schemas §3.4.1.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Values">The values, 1 to 1024, or null where the range is an expression.</param>
/// <param name="RangeExpression">
/// The range as one format string: of an INT or CHUNK[INT] a range expression; with EXPR, of any type, an expression
/// for the list of values. Null where the values are listed.
/// </param>
/// <param name="Chunks">How values are put into chunks; of a CHUNK[INT] only.</param>
public sealed record TaskParameterTemplate(
    string Name,
    TaskParameterType Type,
    IReadOnlyList<TemplateString>? Values,
    TemplateString? RangeExpression,
    ChunksTemplate? Chunks = null);
