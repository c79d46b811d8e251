namespace Renderacre.Farm.Jobs;

/// <summary>How it stands with a dependency on a job.</summary>
public enum JobDependencyState
{
    /// <summary>The job is waited for.</summary>
    Waiting,

    /// <summary>The job has succeeded, or ended: that counts for good, whatever becomes of it later.</summary>
    Met,

    /// <summary>Somebody took the dependency away.</summary>
    Dropped,
}
