namespace OpenJd.Model.Documents;

/// <summary>Gathers an object's entries and refuses a name that occurs twice.</summary>
internal sealed class MappingBuilder
{
    // Objects of the specification have few fields, and a look through so few names is faster than a set of them.
    private const int MaxCompared = 16;
    private HashSet<string>? _names;

    public List<MappingEntry> Entries { get; } = [];

    public void Add(MappingEntry entry) => Entries.Add(entry);

    /// <summary>Refuses a name that is there already; comes before the entry's value is read.</summary>
    public void CheckName(string name, int line, int column)
    {
        if (IsThere(name)) throw new DocumentException($"The name '{name}' occurs twice.", line, column);
    }

    private bool IsThere(string name)
    {
        if (Entries.Count < MaxCompared)
        {
            foreach (var entry in Entries)
            {
                if (entry.Name == name) return true;
            }

            return false;
        }

        _names ??= Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        return !_names.Add(name);
    }
}
