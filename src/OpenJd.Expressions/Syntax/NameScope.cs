using OpenJd.Expressions.Nodes;

namespace OpenJd.Expressions.Syntax;

/// <summary>
/// The names of an expression while it is read. A comprehension names its variable behind the element that uses it,
/// so names are bound when the comprehension is complete; inner ones bind first.
/// </summary>
internal sealed class NameScope
{
    private readonly List<NameNode> _names = [];
    private readonly List<string> _calls = [];
    private List<ComprehensionNode>? _comprehensions;

    /// <summary>The names in the order of the text, loop variables too.</summary>
    public IReadOnlyList<NameNode> Names => _names;

    /// <summary>The functions and methods that are called, repeated ones too.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>How many loop variables there are.</summary>
    public int SlotCount { get; private set; }

    public int NextSlot() => SlotCount++;

    public NameMark Mark() => new(_names.Count, _comprehensions?.Count ?? 0);

    public void Add(NameNode name) => _names.Add(name);

    /// <summary>Takes the name back that was added last, for it is called and so no symbol.</summary>
    /// <returns>Whether the name was the last one.</returns>
    public bool TakeBack(NameNode name)
    {
        if (_names.Count == 0 || _names[^1] != name) return false;
        _names.RemoveAt(_names.Count - 1);
        return true;
    }

    public void AddCall(string name) => _calls.Add(name);

    public void AddComprehension(ComprehensionNode comprehension) => (_comprehensions ??= []).Add(comprehension);

    /// <summary>Binds the names between two marks that are a comprehension's variable.</summary>
    /// <returns>A comprehension between the marks whose variable has the same name, or null.</returns>
    public ComprehensionNode? Bind(ComprehensionNode comprehension, NameMark from, NameMark to)
    {
        for (var i = from.Names; i < to.Names; i++)
        {
            if (_names[i].Slot < 0 && _names[i].FirstWord == comprehension.Variable)
                _names[i].Slot = comprehension.Slot;
        }

        for (var i = from.Comprehensions; i < to.Comprehensions; i++)
        {
            if (_comprehensions![i].Variable == comprehension.Variable) return _comprehensions[i];
        }

        return null;
    }
}
