namespace OpenJd.Model.Schemas;

/// <summary>A field that an object of the specification may have.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What it may be.</param>
internal sealed record FieldSchema(string Name, ValueSchema Value)
{
    /// <summary>Whether the object must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The extension that the field belongs to, or null.</summary>
    public string? Extension { get; init; }
}
