namespace Renderacre.Farm.Workers;

/// <summary>Why a worker is given no work. The numbers are stored.</summary>
public enum WorkerHoldKind
{
    /// <summary>A person took it out of service; it drains as long as it has sessions.</summary>
    Disabled = 0,

    /// <summary>It has failed tasks of several jobs in a row.</summary>
    Sick = 1,
}
