using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Logs;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Units;

namespace Renderacre.Storage.Tests.Migrations;

public sealed class StoredNumbersTests
{
    [Fact]
    public void Enumerations_keep_the_numbers_that_databases_hold()
    {
        AssertOrder(
            JobState.Queued, JobState.Running, JobState.Paused, JobState.Succeeded, JobState.Failed,
            JobState.Cancelled);
        AssertOrder(
            AttemptState.Leased, AttemptState.Running, AttemptState.Succeeded, AttemptState.Failed,
            AttemptState.Cancelled, AttemptState.Expired);
        AssertOrder(LeaseOutcome.Succeeded, LeaseOutcome.Failed, LeaseOutcome.Cancelled, LeaseOutcome.TimedOut,
            LeaseOutcome.OutOfMemory);
        AssertOrder(WorkerState.Online, WorkerState.Offline);
        AssertOrder(LogLevel.Debug, LogLevel.Info, LogLevel.Warn, LogLevel.Error);
        AssertOrder(LogSource.Controller, LogSource.Worker, LogSource.Task);
        Assert.Equal((1, 2), ((int)UnitBitmapKind.Succeeded, (int)UnitBitmapKind.Cancelled));
    }

    private static void AssertOrder<T>(params T[] values)
        where T : struct, Enum => Assert.Equal(values, Enum.GetValues<T>());
}
