namespace Renderacre.Farm.Commands;

/// <summary>Kinds of refusals.</summary>
public enum FarmErrorKind
{
    /// <summary>What was asked for is not valid in itself.</summary>
    Invalid,

    /// <summary>Nothing has that id.</summary>
    NotFound,

    /// <summary>The state does not allow it.</summary>
    StateConflict,

    /// <summary>The lease is not held by who says so, or no longer.</summary>
    LeaseLost,

    /// <summary>A newer process of the same worker has taken over.</summary>
    OldIncarnation,
}
