using Renderacre.Farm.Units;

namespace Renderacre.Controller.Documents;

/// <summary>
/// Which units the tasks of an edited step are, and what it had before: units keep their numbers, so that attempts of
/// tasks that are gone can still be told with their parameters.
/// </summary>
/// <param name="Places">The units that there are, in the order of the step's parameter space.</param>
/// <param name="Former">What the step had before its edits, oldest first.</param>
internal sealed record StepTasks(IReadOnlyList<PlacedUnits> Places, IReadOnlyList<FormerTasks> Former)
{
    /// <summary>Edits of one step's tasks, at most.</summary>
    public const int FormerMax = 100;
}
