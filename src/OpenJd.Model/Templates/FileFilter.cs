namespace OpenJd.Model.Templates;

/// <summary>A kind of file that a dialog offers. Source: template schemas §2.7.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Patterns">Its patterns, such as <c>*.png</c>.</param>
public sealed record FileFilter(string Label, IReadOnlyList<string> Patterns);
