namespace OpenJd.Model.Validation;

/// <summary>Where a part of a template stands, so that a fault found later can still be shown there.</summary>
/// <param name="Path">The way from the root.</param>
/// <param name="Line">The line, from 1; 0 where there is no document.</param>
/// <param name="Column">The column, from 1; 0 where there is no document.</param>
public sealed record SourceLocation(NodePath Path, int Line, int Column);
