namespace Renderacre.Farm.Explaining;

/// <summary>Something that a job asks for and that the farm does not know: a slip of the pen, or yet to come.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name that was given.</param>
/// <param name="Wanted">What is asked of it, or null.</param>
/// <param name="Known">Names that there are, or values that workers have, to find the nearest among.</param>
public sealed record NameDoubt(NameDoubtKind Kind, string Name, string? Wanted, IReadOnlyList<string> Known);
