using Renderacre.Controller.Documents;

namespace Renderacre.Controller.Submission;

/// <summary>
/// Finds the units that the tasks of a step's new parameter space are: a task is one that there was, now or before an
/// earlier edit, if all its parameters have the same values. Of tasks that are equal the first is the first.
/// </summary>
internal static class TaskMatch
{
    private const long None = -1;

    /// <summary>Finds them.</summary>
    /// <param name="space">The new space.</param>
    /// <param name="before">The step's spaces, newest first.</param>
    /// <param name="made">How many units the step ever had.</param>
    /// <returns>The unit of each task; those that there never were are numbered on from there.</returns>
    public static long[] Find(StepSpace space, IEnumerable<StepSpace> before, long made)
    {
        long[] units = new long[space.Count];
        Array.Fill(units, None);
        foreach (StepSpace former in before)
        {
            if (Array.IndexOf(units, None) < 0)
                break;
            Find(space, former, units);
        }

        for (int place = 0; place < units.Length; place++)
            units[place] = units[place] == None ? made++ : units[place];
        return units;
    }

    private static void Find(StepSpace space, StepSpace former, long[] units)
    {
        int equal = 0;
        for (; equal < units.Length && equal < former.Count && space.KeyAt(equal) == former.KeyAt(equal); equal++)
            Take(units, equal, former, equal);
        var rest = new TaskKeys(former, equal);
        for (int place = equal; place < units.Length && rest.Count > 0; place++)
        {
            if (rest.Take(space.KeyAt(place)) is { } known)
                Take(units, place, former, known);
        }
    }

    // What a newer space has had the older ones have had too, under the same number.
    private static void Take(long[] units, int place, StepSpace former, long known)
    {
        if (units[place] == None)
            units[place] = former.UnitAt(known);
    }

    /// <summary>The tasks of a space from a place on, by their parameters.</summary>
    private sealed class TaskKeys
    {
        private readonly Dictionary<string, long> _first = new(StringComparer.Ordinal);
        private readonly Dictionary<long, long> _next = [];

        public TaskKeys(StepSpace space, long from)
        {
            for (long place = space.Count - 1; place >= from; place--)
            {
                string key = space.KeyAt(place);
                if (_first.TryGetValue(key, out long other))
                    _next[place] = other;
                _first[key] = place;
            }
        }

        /// <summary>How many different ones are left.</summary>
        public int Count => _first.Count;

        /// <summary>The place of the first task that has these parameters and was not taken before, or null.</summary>
        public long? Take(string key)
        {
            if (!_first.Remove(key, out long place))
                return null;
            if (_next.TryGetValue(place, out long other))
                _first[key] = other;
            return place;
        }
    }
}
