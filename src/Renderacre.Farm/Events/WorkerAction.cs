namespace Renderacre.Farm.Events;

/// <summary>What was done to a worker.</summary>
public enum WorkerAction
{
    /// <summary>It was taken out of service.</summary>
    Disabled,

    /// <summary>It was put back into service.</summary>
    Enabled,

    /// <summary>It was set aside, since it had failed several jobs.</summary>
    Sickened,

    /// <summary>It has succeeded again after that.</summary>
    Recovered,

    /// <summary>Somebody wrote a note about it.</summary>
    Noted,

    /// <summary>It is to be shut down, since it has nothing to do.</summary>
    ShutDown,

    /// <summary>It is to be woken, since work waits for it.</summary>
    Woken,
}
