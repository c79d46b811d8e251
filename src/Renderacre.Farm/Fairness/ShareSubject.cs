namespace Renderacre.Farm.Fairness;

/// <summary>Between whom the farm is shared.</summary>
public enum ShareSubject
{
    /// <summary>Between nobody: within a priority the oldest job goes first.</summary>
    Nobody,

    /// <summary>Between the owners of jobs.</summary>
    Owners,

    /// <summary>Between projects.</summary>
    Projects,

    /// <summary>Between queues.</summary>
    Queues,
}
