using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>
/// Shapes that the farm takes and no submission makes: chunks, orders of those, and units that wait for equal ones.
/// </summary>
internal static class PlanShapes
{
    private const long ChunkMax = 7;

    public static PreparedJob Vary(PreparedJob job, SimulationRandom random)
    {
        StepPlan[] steps = [.. job.Plan.Steps];
        for (int step = 0; step < steps.Length; step++)
        {
            if (steps[step].UnitDependencies is null && steps[step].UnitClasses is null && random.Chance(0.5))
                steps[step] = steps[step] with { ChunkSize = 1 + random.Next((int)ChunkMax), Order = null };
            if (random.Chance(0.3))
                steps[step] = steps[step] with { Order = Order(steps[step], random) };
            if (step > 0 && steps[step - 1].UnitCount == steps[step].UnitCount && steps[step].DependsOnSteps.Count == 0)
                steps[step] = steps[step] with { DependsOnEqualUnits = [step - 1] };
        }

        JobPlan plan = job.Plan with { Steps = steps };
        return JobPlanCheck.Faults(plan) is [var fault, ..]
            ? throw new InvalidOperationException($"a shape is no plan: {fault}")
            : job with { Plan = plan };
    }

    private static UnitOrder Order(StepPlan step, SimulationRandom random)
    {
        long count = (step.UnitCount + step.ChunkSize - 1) / step.ChunkSize;
        long stride = count % 2 == 0 && random.Chance(0.3) ? 2 : 1;
        long length = count / stride;
        return new UnitOrder
        {
            Kind = random.Pick<UnitOrderKind>(Enum.GetValues<UnitOrderKind>()),
            Length = length,
            Stride = stride,
            Every = 2 + random.Next(5),
            First = [.. new[] { length - 1, length / 2, 0 }.Distinct()],
        };
    }
}
