using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>
/// Reads the fields of an object: refuses those that its schema does not have and tells of those that it lacks.
/// </summary>
internal sealed class ObjectReader
{
    private readonly DocumentNode?[] _values;
    private readonly ObjectSchema _schema;

    private ObjectReader(Field field, MappingNode node, ObjectSchema schema)
    {
        (Field, _schema, _values) = (field, schema, new DocumentNode?[schema.Fields.Count]);
        foreach (var entry in node.Entries)
        {
            if (IndexOf(entry) is { } index) _values[index] = entry.Value;
        }

        for (var i = 0; i < _values.Length; i++)
        {
            if (schema.Fields[i].IsRequired && IsAbsent(_values[i]))
                Error($"{_schema.Name} needs the field '{schema.Fields[i].Name}'.");
        }

        if (schema.AtLeastOne.Count > 0 && schema.AtLeastOne.All(name => this[name] is null))
            Error($"{_schema.Name} needs {OneOf(schema)}.");
    }

    /// <summary>The object itself.</summary>
    public Field Field { get; }

    public ReadingContext Context => Field.Context;

    /// <summary>A reader of the value, or null with an error where it is no object.</summary>
    public static ObjectReader? TryCreate(Field field, ObjectSchema schema)
    {
        if (field.Node is MappingNode node) return new ObjectReader(field, node, schema);
        field.Error($"{schema.Name} must be an object, not {field.Node.Description}.");
        return null;
    }

    public void Error(string message) => Field.Error(message);

    /// <summary>A field's value, or null where it is left out; null as a value is the same as leaving it out.</summary>
    public Field? this[string name] => OrNull(name) is { Node: var node } field && !IsAbsent(node) ? field : null;

    /// <summary>A field's value, even where it is null; null where it is left out.</summary>
    public Field? OrNull(string name) =>
        _schema.IndexOf(name) is >= 0 and var index && _values[index] is { } node
            ? new Field(node, Field.Path.Field(name), Context)
            : null;

    /// <summary>A field's text, checked by its schema; null where it is left out or none.</summary>
    public string? Text(string name) => this[name]?.Text(Schema<TextSchema>(name));

    /// <summary>A field's word, checked by its schema; null where it is left out or none.</summary>
    public string? Word(string name) => this[name]?.Word(Schema<WordSchema>(name));

    /// <summary>A field's whole number, checked by its schema; null where it is left out or none.</summary>
    public long? WholeNumber(string name) => this[name]?.WholeNumber(Schema<NumberSchema>(name));

    /// <summary>A field's truth value; null where it is left out or none.</summary>
    public bool? Boolean(string name) => this[name]?.Boolean(Schema<BooleanSchema>(name).What);

    /// <summary>The items of a field's list, checked by its schema; none where it is left out.</summary>
    public IReadOnlyList<Field> Items(string name) => this[name]?.Items(Schema<ListSchema>(name)) ?? [];

    /// <summary>A field's schema.</summary>
    public TSchema Schema<TSchema>(string name)
        where TSchema : ValueSchema => (TSchema)_schema.Fields[_schema.IndexOf(name)].Value;

    private static bool IsAbsent(DocumentNode? node) => node is null or ScalarNode { Kind: ScalarKind.Null };

    private int? IndexOf(MappingEntry entry)
    {
        var index = _schema.IndexOf(entry.Name);
        if (index >= 0 && (_schema.Fields[index].Extension is not { } extension || Context.Has(extension)))
            return index;
        if (Context.Errors.IsFull) return null;
        Context.Errors.Add(
            new SourceLocation(Field.Path.Field(entry.Name), entry.Line, entry.Column), Unknown(entry.Name, index));
        return null;
    }

    /// <summary>Names the fields of which there must be one, but for those whose extension is not in use.</summary>
    private string OneOf(ObjectSchema schema)
    {
        var usable = schema.AtLeastOne
            .Where(name => schema.Fields[schema.IndexOf(name)].Extension is not { } extension || Context.Has(extension))
            .Select(name => $"'{name}'")
            .ToList();
        return usable.Count == 1 ? $"the field {usable[0]}" : string.Join(" or ", usable);
    }

    private string Unknown(string name, int index) => index >= 0
        ? $"The field '{name}' needs the extension {_schema.Fields[index].Extension} in the template's 'extensions'."
        : $"{_schema.Name} has no field '{name}'.{Remedy(name)}";

    private string Remedy(string name) => name == "<<"
        ? " YAML 1.2 has no merge keys: write the fields out."
        : NearestName.Suggest(name, _schema.Names);
}
