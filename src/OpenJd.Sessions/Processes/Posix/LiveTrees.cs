namespace OpenJd.Sessions.Processes.Posix;

/// <summary>The trees of this process that have not been given up yet.</summary>
internal static class LiveTrees
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<ProcessTree> Trees = [];

    public static void Add(ProcessTree tree)
    {
        lock (Gate)
            Trees.Add(tree);
    }

    public static void Remove(ProcessTree tree)
    {
        lock (Gate)
            Trees.Remove(tree);
    }

    /// <summary>Whether no other tree is alive, so that an orphan without a marker can only be of this one.</summary>
    public static bool IsOnly(ProcessTree tree)
    {
        lock (Gate)
            return Trees.Count == 1 && Trees.Contains(tree);
    }
}
