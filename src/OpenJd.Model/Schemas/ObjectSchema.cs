namespace OpenJd.Model.Schemas;

/// <summary>An object of the specification: its fields.</summary>
internal sealed record ObjectSchema : ValueSchema
{
    /// <param name="name">What messages call the object, such as "A step".</param>
    /// <param name="fields">All fields that it may have.</param>
    public ObjectSchema(string name, params IReadOnlyList<FieldSchema> fields)
    {
        (Name, Fields) = (name, fields);
        Names = [.. fields.Select(field => field.Name)];
    }

    /// <summary>What messages call the object.</summary>
    public string Name { get; }

    /// <summary>All fields that it may have.</summary>
    public IReadOnlyList<FieldSchema> Fields { get; }

    /// <summary>Fields of which the object must have one at least; none where it need not.</summary>
    public IReadOnlyList<string> AtLeastOne { get; init; } = [];

    /// <summary>The names of the fields.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The index of a field, or -1. Objects have so few that looking through them is fastest.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i;
        }

        return -1;
    }
}
