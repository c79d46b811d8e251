using OpenJd.Model.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Controller.Documents;

/// <summary>The tasks that a step had before an edit.</summary>
/// <param name="Space">Its parameter space then.</param>
/// <param name="Places">The units then, in the order of that space.</param>
internal sealed record FormerTasks(ParameterSpaceDefinition Space, IReadOnlyList<PlacedUnits> Places);
