namespace Renderacre.Farm.Jobs;

/// <summary>Something that is wrong with how failures are to be met.</summary>
/// <param name="Field">The field, by its name on the wire, such as <c>lost_max</c>.</param>
/// <param name="Problem">What it is and what would be right, such as <c>is 0; 1 or more is wanted</c>.</param>
public readonly record struct PolicyFault(string Field, string Problem)
{
    /// <summary>Both as a sentence.</summary>
    public override string ToString() => $"{Field} {Problem}";
}
