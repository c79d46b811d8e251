namespace Renderacre.Controller.Stats;

/// <summary>What is counted from the controller's start and written nowhere. Any thread may call it.</summary>
internal sealed class FarmCounters
{
    private long _leaseRenewals;
    private long _schedulerErrors;

    /// <summary>Leases that v1 workers have renewed.</summary>
    public long LeaseRenewals => Volatile.Read(ref _leaseRenewals);

    /// <summary>Batches of commands that failed.</summary>
    public long SchedulerErrors => Volatile.Read(ref _schedulerErrors);

    /// <summary>A lease was renewed.</summary>
    public void LeaseRenewed() => Interlocked.Increment(ref _leaseRenewals);

    /// <summary>A batch failed.</summary>
    public void BatchFailed() => Interlocked.Increment(ref _schedulerErrors);
}
