namespace Renderacre.Farm.Explaining;

/// <summary>What keeps a worker from taking a task.</summary>
public enum WorkerObstacleKind
{
    /// <summary>It lacks a label's value.</summary>
    Label,

    /// <summary>It is in none of the pools.</summary>
    Pool,

    /// <summary>It lacks an attribute.</summary>
    Attribute,

    /// <summary>It has less or more of an amount than is asked.</summary>
    Amount,

    /// <summary>It is not heard of.</summary>
    Offline,

    /// <summary>It has failed the job too often.</summary>
    Excluded,

    /// <summary>The job's list of workers that may run it does not name it.</summary>
    NotAllowed,

    /// <summary>The job's list of workers that may not run it names it.</summary>
    Denied,

    /// <summary>It is out of service, and has sessions yet.</summary>
    Draining,

    /// <summary>It is out of service.</summary>
    Disabled,

    /// <summary>It has failed several jobs in a row.</summary>
    Sick,

    /// <summary>It was shut down, since it had nothing to do.</summary>
    Asleep,

    /// <summary>It rests, as it says itself.</summary>
    AtRest,

    /// <summary>It takes no new sessions.</summary>
    NotAccepting,

    /// <summary>It is kept for a group that goes first, beside which too little is left.</summary>
    Reserved,

    /// <summary>A limit is kept for a group that goes first, beside which too little of it is left.</summary>
    LimitKept,

    /// <summary>All its slots are held.</summary>
    SlotsTaken,

    /// <summary>Sessions hold so much of an amount that too little is free.</summary>
    AmountTaken,

    /// <summary>Sessions have so many of its graphics cards that too few are free.</summary>
    GpusTaken,

    /// <summary>It holds too little of a limit of workers of which too little is left.</summary>
    LimitFull,
}
