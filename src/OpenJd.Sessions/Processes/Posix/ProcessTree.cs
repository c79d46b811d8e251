namespace OpenJd.Sessions.Processes.Posix;

/// <summary>
/// The members of one tree: the root, what descends from it, what stayed in its POSIX session, what carries its marker,
/// and, where this process is the subreaper and has no other tree, every orphan that it adopted.
/// </summary>
internal sealed class ProcessTree(IProcessTable table, TimeProvider timeProvider, int? rootId, ProcessMarker marker)
{
    /// <summary>Rounds of looking and ending before a tree is given up.</summary>
    public const int KillRoundsMax = 100;

    // A process that is about to become another program shows no environment for a moment.
    private static readonly TimeSpan SecondLookPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Ends all members, round by round until none is found: each round also finds what was forked meanwhile.
    /// </summary>
    /// <returns>Whether none is left.</returns>
    public async Task<bool> KillAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        var hasLookedAgain = false;
        for (var round = 0; round < KillRoundsMax; round++)
        {
            if (!KillRound())
            {
                if (hasLookedAgain || SeesAll)
                    return true;
                hasLookedAgain = true;
                pause = SecondLookPause;
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return FindAlive().Count == 0;
    }

    /// <summary>Whether members other than the root are alive.</summary>
    public bool HasSurvivors() => FindAlive().Any(id => id != rootId);

    /// <summary>Bytes that the members have in RAM together.</summary>
    public long MemoryInUse() => FindAlive().Sum(table.MemoryInUse);

    // Of a subreaper everything is below it, whatever its environment shows.
    private bool SeesAll => rootId is not null && ChildSubreaper.IsActive;

    private bool KillRound()
    {
        var alive = FindAlive();
        foreach (var id in alive)
            _ = LibC.Kill(id, LibC.Sigkill);
        return alive.Count > 0;
    }

    private List<int> FindAlive()
    {
        ChildReaper.Shared.Reap();
        // What descends from a subreaper is below it; only what another host left can be elsewhere.
        if (SeesAll && !ChildSubreaper.HasChildren())
            return [];
        var entries = table.Snapshot();
        var members = FindMembers(entries);
        foreach (var entry in entries.Where(entry => entry.IsZombie && entry.ParentId == Environment.ProcessId))
        {
            if (members.Contains(entry.Id))
                ChildReaper.Shared.ReapAdopted(entry.Id);
        }

        return [.. entries.Where(entry => !entry.IsZombie && members.Contains(entry.Id)).Select(entry => entry.Id)];
    }

    private HashSet<int> FindMembers(IReadOnlyList<ProcessEntry> entries)
    {
        var host = Environment.ProcessId;
        var takesOrphans = ChildSubreaper.IsActive && LiveTrees.IsOnly(this);
        var members = new HashSet<int>();
        foreach (var entry in entries)
        {
            if (entry.Id != host && (IsOfRoot(entry) || IsOrphan(entry, host, takesOrphans)
                || (!entry.IsZombie && table.IsMarked(entry.Id, marker))))
            {
                members.Add(entry.Id);
            }
        }

        AddDescendants(members, entries, host);
        return members;
    }

    // A root's number stays its own while it is unreaped; after that only its session can still bear it.
    private bool IsOfRoot(ProcessEntry entry) =>
        rootId is { } root && (entry.SessionId == root || (entry.Id == root && ChildReaper.Shared.IsOwnChild(root)));

    private static bool IsOrphan(ProcessEntry entry, int host, bool takesOrphans) =>
        takesOrphans && entry.ParentId == host && !ChildReaper.Shared.IsOwnChild(entry.Id);

    private static void AddDescendants(HashSet<int> members, IReadOnlyList<ProcessEntry> entries, int host)
    {
        var children = entries.ToLookup(entry => entry.ParentId, entry => entry.Id);
        var open = new Stack<int>(members);
        while (open.TryPop(out var id))
        {
            foreach (var child in children[id])
            {
                if (child != host && members.Add(child))
                    open.Push(child);
            }
        }
    }
}
