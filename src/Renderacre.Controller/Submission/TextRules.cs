namespace Renderacre.Controller.Submission;

/// <summary>Rules of the texts in a submission. JSON lets null stand in lists and maps; here it may not.</summary>
internal static class TextRules
{
    /// <summary>Characters in a name, at most.</summary>
    public const int NameMax = 1024;

    /// <summary>Checks a name that has to be there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The name.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckName(string field, string? name, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(name))
            faults.Add(field, "is blank; give a name");
        else if (name.Length > NameMax)
            faults.Add(field, $"has {name.Length} characters; at most {NameMax} are possible");
    }

    /// <summary>Checks a name that may be missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The name, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckOptionalName(string field, string? name, FaultList faults)
    {
        if (name is not null)
            CheckName(field, name, faults);
    }

    /// <summary>Checks a list of names.</summary>
    /// <param name="field">The field.</param>
    /// <param name="names">The names; null means none.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckNames(string field, IReadOnlyList<string?>? names, FaultList faults)
    {
        for (int i = 0; i < names?.Count; i++)
            CheckName($"{field}[{i}]", names[i], faults);
    }

    /// <summary>Checks a list of names that has a bound.</summary>
    /// <param name="field">The field.</param>
    /// <param name="names">The names; null means none.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckNames(string field, IReadOnlyList<string?>? names, int most, FaultList faults)
    {
        CheckNames(field, names, faults);
        CheckCount(field, names?.Count, most, faults);
    }

    /// <summary>Checks how many entries a list has.</summary>
    /// <param name="field">The field.</param>
    /// <param name="count">How many; null where there is no list.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckCount(string field, int? count, int most, FaultList faults)
    {
        if (count > most)
            faults.Add(field, $"has {count} entries; at most {most} are possible");
    }

    /// <summary>Checks a list of texts, which may be empty but not null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="texts">The texts; null means none.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckTexts(string field, IReadOnlyList<string?>? texts, FaultList faults)
    {
        for (int i = 0; i < texts?.Count; i++)
        {
            if (texts[i] is null)
                faults.Add($"{field}[{i}]", "is null; give a text");
        }
    }

    /// <summary>Checks a map of texts: keys not blank, values not null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="texts">The map; null means none.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckMap(string field, IReadOnlyDictionary<string, string?>? texts, FaultList faults)
    {
        foreach ((string key, string? value) in texts ?? new Dictionary<string, string?>())
        {
            if (string.IsNullOrWhiteSpace(key))
                faults.Add(field, "has a blank key");
            if (value is null)
                faults.Add($"{field}.{key}", "is null; give a text");
        }
    }

    /// <summary>Checks a count of retries.</summary>
    /// <param name="field">The field.</param>
    /// <param name="retries">The count, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void CheckRetries(string field, int? retries, FaultList faults)
    {
        if (retries < 0)
            faults.Add(field, $"is {retries}; 0 or more is wanted");
    }
}
