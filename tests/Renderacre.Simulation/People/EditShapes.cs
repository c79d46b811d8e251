using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Ids;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>What people change in jobs that are there.</summary>
internal static class EditShapes
{
    private const int FramesMax = 200;

    /// <summary>Something that is to be different in a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="other">Another job, which it may be to wait for.</param>
    /// <param name="random">Chooses.</param>
    public static JobEdit Make(LedgerJob job, LedgerJob other, SimulationRandom random) => random.Next(7) switch
    {
        0 => new JobEdit { Priority = random.Next(4), MaxRetries = random.Next(4), Comment = "simulated" },
        1 => new JobEdit { Policy = Policy(random) },
        2 => new JobEdit
        {
            AddDependsOnJobs =
            [
                new JobDependsOn
                {
                    Job = other.Id.ToGuid(),
                    When = random.Chance(0.5) ? JobDependencyWhen.Ended : JobDependencyWhen.Succeeded,
                },
            ],
        },
        3 when job.Waits.Count > 0 => DropWaits(job),
        5 or 6 => new JobEdit { Frames = [Frames(job, random)] },
        _ => new JobEdit
        {
            Steps = new Dictionary<string, StepEdit>
            {
                [random.Pick(job.Steps).Plan.Name] = new StepEdit
                {
                    Requirements = JobShapes.Asked(random) ?? new Requirements(),
                    Limits = random.Chance(0.5) ? JobShapes.LimitsOf(random) ?? [] : null,
                },
            },
        },
    };

    /// <summary>Has a job wait for no other.</summary>
    public static JobEdit DropWaits(LedgerJob job) => new()
    {
        DropDependsOnJobs = [.. job.Waits.Keys.Select(upstream => new Farm.Ids.JobId(upstream).ToGuid())],
    };

    /// <summary>Frames for all steps, or for one: more, fewer, others, between those that there are.</summary>
    private static FrameEdit Frames(LedgerJob job, SimulationRandom random)
    {
        LedgerStep step = random.Pick(job.Steps);
        int last = Math.Min(step.Units.Count, FramesMax);
        int first = random.Between(1, last);
        string range = random.Next(5) switch
        {
            0 => $"1-{last + random.Between(1, 5)}",
            1 => $"{-random.Next(3)}-{last}",
            2 => $"{first}-{last}",
            3 => $"1-{first}:2",
            _ => $"1-{first},{last + random.Between(1, 9)}",
        };
        return new FrameEdit { Step = random.Chance(0.5) ? null : step.Plan.Name, Range = range };
    }

    private static JobPolicy Policy(SimulationRandom random) => random.Next(5) switch
    {
        4 => new JobPolicy { MemoryRetryMax = random.Between(1, 3) },
        0 => new JobPolicy { MaxRunning = random.Between(1, 4) },
        1 => new JobPolicy { MaxWorkers = random.Between(1, 3) },
        2 => new JobPolicy { RetryDelay = random.Between(1, 20) },
        _ => new JobPolicy(),
    };
}
