namespace OpenJd.Sessions.Redaction;

/// <summary>Where secrets stand in bytes.</summary>
internal static class SecretMatches
{
    /// <summary>All places, in order; those that overlap or touch are one.</summary>
    public static List<(int Start, int End)> Find(ReadOnlySpan<byte> bytes, byte[][] secrets)
    {
        var found = new List<(int Start, int End)>();
        foreach (var secret in secrets)
        {
            var at = 0;
            while (bytes[at..].IndexOf(secret) is >= 0 and var next)
            {
                found.Add((at + next, at + next + secret.Length));
                at += next + 1;
            }
        }

        return found.Count > 1 ? Merge(found) : found;
    }

    /// <summary>
    /// Where the longest end of the bytes starts that is the beginning of a secret; their length where there is none.
    /// </summary>
    public static int BeginningAtEnd(ReadOnlySpan<byte> bytes, byte[][] secrets)
    {
        var earliest = bytes.Length;
        foreach (var secret in secrets)
        {
            var at = Math.Max(0, bytes.Length - secret.Length + 1);
            while (at < earliest && bytes[at..].IndexOf(secret[0]) is >= 0 and var next)
            {
                at += next;
                if (secret.AsSpan().StartsWith(bytes[at..]))
                    earliest = Math.Min(earliest, at);
                at++;
            }
        }

        return earliest;
    }

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> found)
    {
        found.Sort();
        var merged = new List<(int Start, int End)> { found[0] };
        foreach (var (start, end) in found)
        {
            var (lastStart, lastEnd) = merged[^1];
            if (start <= lastEnd)
                merged[^1] = (lastStart, Math.Max(lastEnd, end));
            else
                merged.Add((start, end));
        }

        return merged;
    }
}
