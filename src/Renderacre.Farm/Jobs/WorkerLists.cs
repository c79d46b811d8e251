namespace Renderacre.Farm.Jobs;

/// <summary>
/// The workers that may run a job, by their names whatever their case; <c>*</c> stands for any characters and
/// <c>?</c> for one.
/// </summary>
/// <param name="Allowed">Names of which a worker must have one; empty for no such demand.</param>
/// <param name="Denied">Names of which it may have none.</param>
public sealed record WorkerLists(IReadOnlyList<string> Allowed, IReadOnlyList<string> Denied)
{
    /// <summary>Whether the lists keep a worker of a name from the job.</summary>
    public bool Bar(string worker) => !Allows(worker) || Denies(worker);

    /// <summary>Whether the list of those that may run the job names a worker, or there is none.</summary>
    public bool Allows(string worker) =>
        Allowed.Count == 0 || Allowed.Any(pattern => Matches(pattern, worker));

    /// <summary>Whether the list of those that may not run it names a worker.</summary>
    public bool Denies(string worker) => Denied.Any(pattern => Matches(pattern, worker));

    /// <summary>Whether a name is one that a pattern stands for.</summary>
    public static bool Matches(string pattern, string name)
    {
        int at = 0, read = 0, star = -1, resume = 0;
        while (read < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, read);
            }
            else if (at < pattern.Length && Same(pattern[at], name[read]))
            {
                at++;
                read++;
            }
            else if (star >= 0)
            {
                // The newest star takes one character more: no earlier one could do better.
                (at, read) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    private static bool Same(char pattern, char name) =>
        pattern == '?' || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(name);
}
