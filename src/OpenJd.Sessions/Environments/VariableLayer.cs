namespace OpenJd.Sessions.Environments;

/// <summary>
/// What one environment does to the variables of actions while it is entered. Source: template schemas §4.
/// </summary>
internal sealed class VariableLayer
{
    private readonly Dictionary<string, string> _set = new(Comparer);
    private readonly HashSet<string> _unset = new(Comparer);

    /// <summary>How this system compares names of variables.</summary>
    public static StringComparer Comparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>How often something was set or unset.</summary>
    public long Changes { get; private set; }

    public void Set(string name, string value)
    {
        _set[name] = value;
        Changes++;
    }

    public void Unset(string name)
    {
        _unset.Add(name);
        Changes++;
    }

    /// <summary>Changes the variables; where a name is both set and unset, unsetting counts.</summary>
    public void ApplyTo(Dictionary<string, string> variables)
    {
        foreach (var (name, value) in _set)
            variables[name] = value;
        foreach (var name in _unset)
            variables.Remove(name);
    }
}
