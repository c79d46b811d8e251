namespace OpenJd.Expressions.Evaluation;

/// <summary>Finds what somebody may have meant by a misspelled name.</summary>
internal static class NameSuggestion
{
    private const int MaxDistance = 2;
    private const int MaxLength = 64;

    /// <summary>A sentence with the nearest name, or nothing where none is near.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength) return "";
        var best = known
            .Where(candidate => candidate.Length <= MaxLength)
            .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= MaxDistance && pair.Distance < name.Length)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $" Is '{best}' meant?";
    }

    /// <summary>How many letters are to be put in, taken out or replaced to make one word of the other.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
