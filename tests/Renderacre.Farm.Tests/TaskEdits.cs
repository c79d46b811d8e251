using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests;

/// <summary>Plans of steps whose tasks are edited.</summary>
internal static class TaskEdits
{
    /// <summary>A step of these units in this order, of so many that there ever were.</summary>
    public static StepPlan Placed(StepPlan step, IReadOnlyList<long> units, long made)
    {
        bool asNumbered = units.Count == made && units.Index().All(each => each.Index == each.Item);
        return step with
        {
            UnitCount = units.Count,
            Places = asNumbered ? null : PlacedUnits.Of(units),
            MadeCount = asNumbered ? null : made,
        };
    }

    /// <summary>A plan whose first two steps have as many other tasks.</summary>
    public static JobPlan AtRandom(JobPlan plan, Random random)
    {
        int count = random.Next(1, 14);
        return plan with
        {
            Revision = plan.Revision + 1,
            Steps =
            [
                AtRandom(plan.Steps[0], count, random), AtRandom(plan.Steps[1], count, random), .. plan.Steps.Skip(2),
            ],
        };
    }

    /// <summary>Some of the units that there ever were, and new ones among them up to a number.</summary>
    private static StepPlan AtRandom(StepPlan step, int count, Random random)
    {
        List<long> units = [.. Enumerable.Range(0, (int)step.UnitsMade).Select(unit => (long)unit)];
        while (units.Count > count || (units.Count > 0 && random.Next(3) == 0))
            units.RemoveAt(random.Next(units.Count));
        long made = step.UnitsMade;
        while (units.Count < count)
            units.Insert(random.Next(2) == 0 ? units.Count : random.Next(units.Count + 1), made++);
        return Placed(step, units, made) with
        {
            Order = random.Next(2) == 0
                ? null
                : new UnitOrder { Kind = (UnitOrderKind)random.Next(1, 4), Length = count, Every = 2 },
            Chunks = step.Chunks is { } chunks ? chunks with { Runs = [new ChunkRuns(0, count, 1)] } : null,
        };
    }
}
