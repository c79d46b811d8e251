using System.Text.Json;

namespace OpenJd.Model.Schemas;

/// <summary>Writes tables of fields as a JSON Schema; each object is written once and referred to.</summary>
internal sealed class JsonSchemaWriter(Utf8JsonWriter json)
{
    private readonly Dictionary<ObjectSchema, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<ObjectSchema> _pending = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public void Write(string title, IReadOnlyList<ObjectSchema> roots)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", title);
        if (roots.Count == 1) WriteReference(roots[0]);
        else WriteAnyOf([.. roots.Select(root => (Action)(() => WriteReference(root)))]);
        json.WriteStartObject("$defs");
        while (_pending.TryDequeue(out var schema))
        {
            json.WriteStartObject(_names[schema]);
            WriteObject(schema);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteReference(ObjectSchema schema)
    {
        if (!_names.TryGetValue(schema, out var name))
        {
            name = NewName(schema.Name);
            _names.Add(schema, name);
            _pending.Enqueue(schema);
        }

        json.WriteString("$ref", $"#/$defs/{name}");
    }

    /// <summary>"A step's script" becomes "StepsScript"; names that several objects have are numbered.</summary>
    private string NewName(string what)
    {
        var words = what.Split([' ', '\'', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words
            .Where(word => word is not ("A" or "An" or "The" or "of" or "an" or "a"))
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var unique = name;
        for (var i = 2; !_used.Add(unique); i++) unique = $"{name}{i}";
        return unique;
    }

    private void WriteObject(ObjectSchema schema)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in schema.Fields) WriteField(field);
        json.WriteEndObject();
        if (schema.Fields.Any(field => field.IsRequired))
        {
            json.WriteStartArray("required");
            foreach (var field in schema.Fields.Where(field => field.IsRequired)) json.WriteStringValue(field.Name);
            json.WriteEndArray();
        }

        if (schema.AtLeastOne.Count > 0)
            WriteAnyOf([.. schema.AtLeastOne.Select(name => (Action)(() => WriteRequired(name)))]);
        json.WriteBoolean("additionalProperties", false);
    }

    private void WriteRequired(string name)
    {
        json.WriteStartArray("required");
        json.WriteStringValue(name);
        json.WriteEndArray();
    }

    /// <summary>Null as a value is the same as leaving an optional field out.</summary>
    private void WriteField(FieldSchema field)
    {
        json.WriteStartObject(field.Name);
        if (field.Extension is { } extension) json.WriteString("description", $"Needs the extension {extension}.");
        if (field.IsRequired) WriteValue(field.Value);
        else WriteAnyOf([() => WriteValue(field.Value), () => json.WriteString("type", "null")]);
        json.WriteEndObject();
    }

    private void WriteValue(ValueSchema value)
    {
        switch (value)
        {
            case ObjectSchema schema:
                WriteReference(schema);
                break;
            case ListSchema list:
                WriteList(list);
                break;
            case MapSchema map:
                WriteMap(map);
                break;
            case ChoiceSchema choice:
                WriteAnyOf([.. choice.Choices.Select(one => (Action)(() => WriteValue(one)))]);
                break;
            case AnySchema:
                break;
            default:
                new JsonScalarWriter(json).Write(value);
                break;
        }
    }

    private void WriteList(ListSchema list)
    {
        json.WriteString("type", "array");
        json.WriteNumber("minItems", list.Min);
        if (list.MaxWithFeatureBundle1 < int.MaxValue) json.WriteNumber("maxItems", list.MaxWithFeatureBundle1);
        json.WriteStartObject("items");
        WriteValue(list.Item);
        json.WriteEndObject();
    }

    private void WriteMap(MapSchema map)
    {
        json.WriteString("type", "object");
        json.WriteNumber("minProperties", 1);
        json.WriteStartObject("propertyNames");
        WriteValue(map.Name);
        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        WriteValue(map.Value);
        json.WriteEndObject();
    }

    private void WriteAnyOf(IReadOnlyList<Action> choices)
    {
        json.WriteStartArray("anyOf");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            choice();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
