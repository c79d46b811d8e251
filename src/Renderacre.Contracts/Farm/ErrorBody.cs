namespace Renderacre.Contracts.Farm;

/// <summary>Body of every refusal.</summary>
/// <param name="Error">What is wrong, naming the field, the id or the template line, and what would be right.</param>
/// <param name="Errors">All that is wrong, one each, where there is more than one; else null.</param>
public sealed record ErrorBody(string Error, IReadOnlyList<string>? Errors = null);
