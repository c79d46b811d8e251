namespace Renderacre.Simulation.Storage;

/// <summary>What becomes of a commit.</summary>
internal enum CommitFate
{
    Done,

    /// <summary>An error, and nothing is kept.</summary>
    NotDone,

    /// <summary>An error, though all is kept: whoever asked cannot know.</summary>
    DoneUnknown,

    /// <summary>The disk is full, as SQLite tells it.</summary>
    DiskFull,

    /// <summary>The process dies; nothing is kept.</summary>
    DiesBefore,

    /// <summary>The process dies once all is kept; nobody was answered.</summary>
    DiesAfter,
}
