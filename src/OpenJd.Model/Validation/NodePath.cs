namespace OpenJd.Model.Validation;

/// <summary>The way from a document's root to a node, made into text only when an error needs it.</summary>
public sealed class NodePath
{
    private readonly NodePath? _parent;
    private readonly string _name;

    private NodePath(NodePath? parent, string name) => (_parent, _name) = (parent, name);

    /// <summary>The root.</summary>
    public static NodePath Root { get; } = new(null, "");

    /// <summary>The way to a field of this object.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>The way.</returns>
    public NodePath Field(string name) => new(this, name);

    /// <summary>The way to an item of this list.</summary>
    /// <param name="index">The item's index, from 0.</param>
    /// <returns>The way.</returns>
    public NodePath Item(int index) => new(_parent, FormattableString.Invariant($"{_name}[{index}]"));

    /// <summary>The steps, joined by arrows.</summary>
    public override string ToString()
    {
        if (_parent is null) return _name;
        var before = _parent.ToString();
        return before.Length == 0 ? _name : $"{before} -> {_name}";
    }
}
