namespace Renderacre.Python.Objects;

/// <summary>What a Python object is, subclasses included.</summary>
internal enum ObjectKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A bool.</summary>
    Boolean,

    /// <summary>An int that is no bool.</summary>
    Integer,

    /// <summary>A float.</summary>
    Float,

    /// <summary>A str.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>A dict.</summary>
    Dictionary,

    /// <summary>Anything else.</summary>
    Other,
}
