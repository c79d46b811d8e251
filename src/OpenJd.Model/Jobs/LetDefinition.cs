namespace OpenJd.Model.Jobs;

/// <summary>A name bound to an expression that the host evaluates. Source: template schemas §3.6.</summary>
/// <param name="Name">The name; it begins with a small letter or an underscore.</param>
/// <param name="Expression">The expression's text.</param>
public sealed record LetDefinition(string Name, string Expression);
