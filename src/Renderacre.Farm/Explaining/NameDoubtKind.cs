namespace Renderacre.Farm.Explaining;

/// <summary>What may be wrong with a name, or a quantity, that a job asks for.</summary>
public enum NameDoubtKind
{
    /// <summary>No worker is in a pool.</summary>
    Pool,

    /// <summary>Nobody has defined a limit.</summary>
    Limit,

    /// <summary>More is asked of a limit than it ever has.</summary>
    LimitBeyond,

    /// <summary>A rule names a limit of which its step takes nothing.</summary>
    LimitNotTaken,

    /// <summary>A name or pattern of the job's lists of workers stands for none.</summary>
    Worker,

    /// <summary>No worker has a label's value.</summary>
    Label,

    /// <summary>No worker has an attribute.</summary>
    Attribute,

    /// <summary>No worker has any of an amount.</summary>
    Amount,

    /// <summary>Workers have an amount, and none as much, or as little, as is asked.</summary>
    AmountBeyond,
}
