namespace Renderacre.Storage.Migrations;

/// <summary>The schema of the farm's database.</summary>
internal static class FarmSchema
{
    /// <summary>"RAfm", so that a file tells whose it is.</summary>
    private const int ApplicationId = 0x5241666d;

    public static readonly Schema Current = new(
        ApplicationId,
        [
            M001Initial.Migration, M002JobsFound.Migration, M003AttemptUsage.Migration, M004LeanLeases.Migration,
            M005StepEstimates.Migration, M006Shares.Migration, M007StorageProfiles.Migration,
            M008WorkerFailures.Migration, M009Queues.Migration, M010Failures.Migration,
            M011Gpus.Migration, M012Workers.Migration, M013Limits.Migration,
            M014Reservations.Migration, M015JobDependencies.Migration, M016LimitStates.Migration,
        ]);
}
