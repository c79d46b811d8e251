using Renderacre.Contracts.Jobs;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.People;

/// <summary>How jobs want to be treated.</summary>
internal static class PolicyShapes
{
    /// <summary>Adds wishes to those that a job has.</summary>
    /// <param name="submit">The job.</param>
    /// <param name="random">Random numbers.</param>
    /// <param name="now">The farm's time.</param>
    public static JobSubmit Add(JobSubmit submit, SimulationRandom random, DateTimeOffset now) => random.Chance(0.5)
        ? submit
        : submit with
        {
            Policy = (submit.Policy ?? new JobPolicy()) with
            {
                StartAfter = random.Chance(0.3) ? now + random.Wait(TimeSpan.FromSeconds(20)) : null,
                MaxRunning = random.Chance(0.3) ? random.Between(1, 4) : null,
                MaxWorkers = random.Chance(0.3) ? random.Between(1, 3) : null,
                FailedMax = random.Chance(0.3) ? random.Between(1, 5) : null,
                FailedMaxPercent = random.Chance(0.2) ? random.Between(1, 60) : null,
                WorkerFailuresMax = random.Chance(0.3) ? random.Between(1, 2) : null,
                RetryDelay = random.Chance(0.3) ? random.Between(1, 20) : null,
                RetryDelayMax = random.Chance(0.2) ? random.Between(1, 30) : null,
                LicenceDelay = random.Chance(0.3) ? random.Between(1, 20) : null,
                ExitCodeRules = random.Chance(0.3) ? Rules(random) : null,
                MemoryRetryMax = random.Chance(0.3) ? random.Between(1, 3) : null,
                MemoryRetryFactor = random.Chance(0.2) ? 1.5 : null,
                LostMax = random.Chance(0.2) ? random.Between(1, 3) : null,
            },
        };

    // What a task's failure means: its worker tells the first of them.
    private static ExitCodeRule[] Rules(SimulationRandom random) => random.Chance(0.3)
        ? [new ExitCodeRule { ExitCodes = [1], Action = RuleAction.Retry }]
        :
        [
            new ExitCodeRule
            {
                ExitCodes = [1],
                Action = RuleAction.Licence,
                Limit = random.Chance(0.9) ? random.Pick(JobShapes.Limits) : null,
            },
        ];
}
