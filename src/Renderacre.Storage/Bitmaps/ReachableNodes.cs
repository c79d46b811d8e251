using Renderacre.Farm.Units;

namespace Renderacre.Storage.Bitmaps;

/// <summary>Tells nodes that still count from rows left over below nodes that became uniform.</summary>
internal static class ReachableNodes
{
    /// <summary>Keeps the nodes of one job that are reached from the roots.</summary>
    /// <param name="nodes">The job's nodes, higher levels first.</param>
    /// <param name="unitCounts">Units of each step.</param>
    public static List<BitmapNodeRow> Of(IEnumerable<BitmapNodeRow> nodes, IReadOnlyList<long> unitCounts)
    {
        var kept = new List<BitmapNodeRow>();
        var parents = new Dictionary<(int Step, UnitBitmapKind Kind, int Level, long Position), byte[]>();
        foreach (var node in nodes)
        {
            if (!IsRoot(node, unitCounts[node.Step]) && !HasParent(node, parents))
                continue;
            kept.Add(node);
            if (node.Level > 0)
                parents[(node.Step, node.Kind, node.Level, node.Position)] = node.Data;
        }
        return kept;
    }

    private static bool IsRoot(BitmapNodeRow node, long unitCount) =>
        node.Position == 0 && node.Level == BitmapRows.RootLevel(unitCount);

    private static bool HasParent(
        BitmapNodeRow node, Dictionary<(int Step, UnitBitmapKind Kind, int Level, long Position), byte[]> parents) =>
        parents.TryGetValue((node.Step, node.Kind, node.Level + 1, node.Position / 64), out var parent)
        && BitmapRows.IsMixed(parent, (int)(node.Position % 64));
}
