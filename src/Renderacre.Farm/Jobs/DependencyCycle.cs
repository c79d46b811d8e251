namespace Renderacre.Farm.Jobs;

/// <summary>Finds circles in dependencies.</summary>
public static class DependencyCycle
{
    /// <summary>Finds one circle.</summary>
    /// <param name="dependencies">For each node the nodes that it depends on.</param>
    /// <returns>The nodes of a circle, the first one again at the end; empty where there is none.</returns>
    public static IReadOnlyList<int> Find(IReadOnlyList<IReadOnlyList<int>> dependencies)
    {
        bool[] resolved = Resolve(dependencies);
        int start = Array.IndexOf(resolved, false);
        return start < 0 ? [] : Trace(dependencies, resolved, start);
    }

    private static bool[] Resolve(IReadOnlyList<IReadOnlyList<int>> dependencies)
    {
        var edges = new UnitEdges(dependencies);
        bool[] resolved = new bool[dependencies.Count];
        var free = new Queue<int>(Enumerable.Range(0, dependencies.Count).Where(node => edges.Unmet(node) == 0));
        while (free.TryDequeue(out int node))
        {
            resolved[node] = true;
            foreach (int dependent in edges.DependentsOf(node))
            {
                edges.Met(dependent);
                if (edges.Unmet(dependent) == 0)
                    free.Enqueue(dependent);
            }
        }

        return resolved;
    }

    /// <summary>Every node left depends on another that is left, so following them comes round.</summary>
    private static List<int> Trace(IReadOnlyList<IReadOnlyList<int>> dependencies, bool[] resolved, int start)
    {
        var path = new List<int>();
        var seen = new Dictionary<int, int>();
        int node = start;
        while (seen.TryAdd(node, path.Count))
        {
            path.Add(node);
            node = dependencies[node].First(upstream => !resolved[upstream]);
        }

        path.Add(node);
        return path[seen[node]..];
    }
}
