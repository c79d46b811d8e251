namespace Renderacre.Farm.Commands;

/// <summary>A refused command. Nothing was changed.</summary>
/// <param name="Kind">What kind of refusal.</param>
/// <param name="Message">What is wrong and what would be right, naming the field; ids are the edge's to name.</param>
public sealed record FarmError(FarmErrorKind Kind, string Message);
