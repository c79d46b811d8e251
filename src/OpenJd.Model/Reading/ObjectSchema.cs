namespace OpenJd.Model.Reading;

/// <summary>The fields that an object of the specification may have.</summary>
/// <param name="Name">What the specification calls the object.</param>
/// <param name="Fields">The fields of the base specification.</param>
internal sealed record ObjectSchema(string Name, IReadOnlyList<string> Fields)
{
    /// <summary>Fields that belong to an extension: name to extension.</summary>
    public IReadOnlyDictionary<string, string> ExtensionFields { get; init; } = new Dictionary<string, string>();
}
