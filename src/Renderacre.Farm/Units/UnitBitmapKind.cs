namespace Renderacre.Farm.Units;

/// <summary>Which of a step's bitmaps.</summary>
public enum UnitBitmapKind
{
    /// <summary>Units that have succeeded.</summary>
    Succeeded = 1,

    /// <summary>Units that are cancelled.</summary>
    Cancelled = 2,

    /// <summary>Units that a person holds back.</summary>
    Paused = 3,

    /// <summary>Units that edits have taken out of the job.</summary>
    Removed = 4,
}
