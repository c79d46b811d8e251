namespace Renderacre.Farm.Jobs;

/// <summary>Checks a plan before it may enter the farm. Pure: it is run outside the writer.</summary>
public static class JobPlanCheck
{
    /// <summary>Units in a step, at most: what an id at the edge can bear.</summary>
    public const long UnitsMax = (1L << 47) - 1;

    /// <summary>Steps in a job, at most.</summary>
    public const int StepsMax = 10_000;

    /// <summary>Direct tasks in a job, at most.</summary>
    public const int EdgeUnitsMax = 10_000_000;

    /// <summary>Everything that is wrong with a plan: counts out of bounds, unknown places, cycles.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>One sentence for each fault, naming step and unit; empty for a good plan.</returns>
    public static IReadOnlyList<string> Faults(JobPlan plan) => throw new NotSupportedException("being written");
}
