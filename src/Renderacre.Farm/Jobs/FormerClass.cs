using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Jobs;

/// <summary>A requirement class that a step had before it was edited, and that sessions still run by.</summary>
/// <param name="Number">Its number in the step.</param>
/// <param name="Spec">What it asks for.</param>
public sealed record FormerClass(int Number, RequirementSpec Spec);
