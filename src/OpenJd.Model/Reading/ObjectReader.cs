using OpenJd.Model.Documents;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads the fields of an object and refuses those that its schema does not have.</summary>
internal sealed class ObjectReader
{
    private readonly Dictionary<string, DocumentNode> _values;
    private readonly Field _field;
    private readonly ObjectSchema _schema;

    private ObjectReader(Field field, MappingNode node, ObjectSchema schema)
    {
        (_field, _schema) = (field, schema);
        _values = node.Entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        foreach (var entry in node.Entries.Where(entry => !schema.Fields.Contains(entry.Name, StringComparer.Ordinal)))
        {
            field.Errors.Add(
                new SourceLocation(field.Path.Field(entry.Name), entry.Line, entry.Column), Unknown(entry.Name));
        }
    }

    public SourceLocation Location => _field.Location;

    public ErrorCollector Errors => _field.Errors;

    /// <summary>A reader of the value, or null with an error where it is no object.</summary>
    public static ObjectReader? TryCreate(Field field, ObjectSchema schema)
    {
        if (field.Node is MappingNode node) return new ObjectReader(field, node, schema);
        field.Error($"{schema.Name} must be an object, not {field.Node.Description}.");
        return null;
    }

    public void Error(string message) => _field.Error(message);

    /// <summary>A field's value, or null where it is left out; null as a value is the same as leaving it out.</summary>
    public Field? Optional(string name) =>
        _values.TryGetValue(name, out var node) && node is not ScalarNode { Kind: ScalarKind.Null }
            ? FieldOf(name, node)
            : null;

    /// <summary>A field's value, even where it is null; null where it is left out.</summary>
    public Field? OptionalNotNull(string name) => _values.TryGetValue(name, out var node) ? FieldOf(name, node) : null;

    /// <summary>A field's value, or null with an error where it is left out.</summary>
    public Field? Required(string name)
    {
        if (Optional(name) is { } field) return field;
        Error($"{_schema.Name} needs the field '{name}'.");
        return null;
    }

    private Field FieldOf(string name, DocumentNode node) => new(node, _field.Path.Field(name), _field.Errors);

    private string Unknown(string name) => _schema.ExtensionFields.TryGetValue(name, out var extension)
        ? $"The field '{name}' needs the extension {extension} in the template's 'extensions'."
        : $"{_schema.Name} has no field '{name}'.{NearestName.Suggest(name, _schema.Fields)}";
}
