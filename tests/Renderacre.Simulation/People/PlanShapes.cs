using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>Shapes that the farm takes and no submission makes: chunks, and units that wait for equal ones.</summary>
internal static class PlanShapes
{
    private const long ChunkMax = 7;

    public static PreparedJob Vary(PreparedJob job, SimulationRandom random)
    {
        StepPlan[] steps = [.. job.Plan.Steps];
        for (int step = 0; step < steps.Length; step++)
        {
            if (steps[step].UnitDependencies is null && steps[step].UnitClasses is null && random.Chance(0.5))
                steps[step] = steps[step] with { ChunkSize = 1 + random.Next((int)ChunkMax) };
            if (step > 0 && steps[step - 1].UnitCount == steps[step].UnitCount && steps[step].DependsOnSteps.Count == 0)
                steps[step] = steps[step] with { DependsOnEqualUnits = [step - 1] };
        }

        return job with { Plan = job.Plan with { Steps = steps } };
    }
}
