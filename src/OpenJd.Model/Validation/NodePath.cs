using System.Globalization;

namespace OpenJd.Model.Validation;

/// <summary>The way from a document's root to a node, made into text only when an error needs it.</summary>
public sealed class NodePath
{
    private const int NoIndex = -1;
    private readonly NodePath? _parent;
    private readonly string _name;
    private readonly int _index;

    private NodePath(NodePath? parent, string name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>The root.</summary>
    public static NodePath Root { get; } = new(null, "", NoIndex);

    /// <summary>The way to a field of this object.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>The way.</returns>
    public NodePath Field(string name) => new(this, name, NoIndex);

    /// <summary>The way to an item of this list.</summary>
    /// <param name="index">The item's index, from 0.</param>
    /// <returns>The way.</returns>
    public NodePath Item(int index) => new(this, "", index);

    /// <summary>The steps, joined by arrows.</summary>
    public override string ToString()
    {
        if (_parent is null) return _name;
        var before = _parent.ToString();
        if (_index != NoIndex) return string.Create(CultureInfo.InvariantCulture, $"{before}[{_index}]");
        return before.Length == 0 ? _name : $"{before} -> {_name}";
    }
}
