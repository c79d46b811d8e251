namespace OpenJd.Model.Validation;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    // A hostile template has many faults and many names: what is looked at for each is bounded.
    private const int MaxLength = 48;
    private const int MaxCandidates = 100;

    /// <summary>A closing sentence such as " Did you mean 'steps'?", or nothing where no name is near.</summary>
    /// <param name="wrong">The name that was given.</param>
    /// <param name="names">The names that there are.</param>
    public static string Suggest(string wrong, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        if (wrong.Length > MaxLength) return "";
        // Of one or two letters a single other one makes another name, but for the case.
        var limit = wrong.Length < 3 ? 0 : wrong.Length / 3;
        var nearest = names
            .Where(name => Math.Abs(name.Length - wrong.Length) <= limit)
            .Take(MaxCandidates)
            .Select(name => (Name: name, Distance: Distance(wrong.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is null ? "" : $" Did you mean '{nearest.Name}'?";
    }

    /// <summary>How many letters to put in, take out, replace or swap with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var (before, previous) = (Array.Empty<int>(), Enumerable.Range(0, other.Length + 1).ToArray());
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous) = (previous, current);
        }

        return previous[^1];
    }
}
