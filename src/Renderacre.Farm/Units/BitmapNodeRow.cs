using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Units;

/// <summary>A node of a step's bitmap, kept as a row; see <c>UnitBitmap</c>.</summary>
/// <param name="Job">The job.</param>
/// <param name="Step">The step's place.</param>
/// <param name="Kind">Which bitmap.</param>
/// <param name="Level">0 for a leaf of 4,096 units; each level above covers 64 times as many.</param>
/// <param name="Position">The node's place in its level.</param>
/// <param name="Data">The node's words, little-endian: 512 bytes for a leaf, 16 above.</param>
public sealed record BitmapNodeRow(
    JobId Job, int Step, UnitBitmapKind Kind, int Level, long Position, byte[] Data);
