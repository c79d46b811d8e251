namespace Renderacre.Storage.Rows;

/// <summary>A place in the farm's history.</summary>
/// <param name="Revision">The commit.</param>
/// <param name="Ordinal">The event's place in the commit, from 0; <see cref="int.MaxValue"/> for its end.</param>
public readonly record struct EventCursor(long Revision, int Ordinal)
{
    /// <summary>The place after all of a commit.</summary>
    /// <param name="revision">The commit.</param>
    public static EventCursor EndOf(long revision) => new(revision, int.MaxValue);
}
