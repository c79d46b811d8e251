namespace Renderacre.Farm.Requirements;

/// <summary>Gives amounts that some class asks for small numbers, so that workers keep them in arrays.</summary>
internal sealed class AmountNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <summary>The number of a name, whatever its case.</summary>
    public int NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out int number))
            return number;
        _names.Add(name);
        return _numbers[name] = _names.Count - 1;
    }

    /// <summary>The name of a number.</summary>
    public string NameOf(int number) => _names[number];
}
