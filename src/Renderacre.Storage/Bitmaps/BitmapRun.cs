namespace Renderacre.Storage.Bitmaps;

/// <summary>A run of a bitmap's blocks: one block of mixed bits, or a stretch of equal ones.</summary>
/// <param name="EndBlock">The first block after it.</param>
/// <param name="Leaf">The bits of the one block in 512 bytes, little-endian; null where all bits are equal.</param>
/// <param name="Ones">What the equal bits are.</param>
public readonly record struct BitmapRun(long EndBlock, byte[]? Leaf, bool Ones)
{
    /// <summary>Whether no bit is set.</summary>
    public bool IsEmpty => Leaf is null && !Ones;

    /// <summary>Whether every bit is set.</summary>
    public bool IsFull => Leaf is null && Ones;

    /// <summary>Whether a unit of this run is in the set.</summary>
    /// <param name="unit">The unit's place in the step.</param>
    public bool Contains(long unit)
    {
        if (Leaf is null)
            return Ones;
        var bit = (int)(unit % BitmapRows.BlockUnits);
        return (Leaf[bit >> 3] & (1 << (bit & 7))) != 0;
    }
}
