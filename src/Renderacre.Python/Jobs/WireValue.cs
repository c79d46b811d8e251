using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Python.Errors;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Jobs;

/// <summary>Dicts and lists that have to be something that the wire knows.</summary>
internal static class WireValue
{
    /// <summary>Reads a value.</summary>
    /// <param name="value">The Python object, borrowed.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <param name="type">What it has to be.</param>
    /// <returns>Its JSON as it was given, and what it was read as.</returns>
    /// <exception cref="ArgumentTypeException">It is no list, or no dict, as the type is.</exception>
    /// <exception cref="ArgumentValueException">It reads as something else; the message has the field.</exception>
    public static (byte[] Json, T Value) Read<T>(nint value, string place, JsonTypeInfo<T> type)
    {
        var isList = typeof(T).IsAssignableTo(typeof(System.Collections.IEnumerable));
        var fits = isList
            ? ObjectKinds.Of(value) is ObjectKind.List or ObjectKind.Tuple
            : ObjectKinds.Of(value) is ObjectKind.Dictionary;
        if (!fits)
        {
            throw new ArgumentTypeException(
                $"{place}: a {(isList ? "list" : "dict")} is wanted, not {ObjectKinds.NameOf(value)}");
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            PythonToJson.Write(writer, value, place);
        var json = buffer.ToArray();
        try
        {
            return (json, JsonSerializer.Deserialize(json, type)
                ?? throw new ArgumentValueException($"{place}: nothing is no value"));
        }
        catch (JsonException fault)
        {
            throw new ArgumentValueException($"{place}: {JsonFault.Describe(fault)}");
        }
    }

    /// <summary>Writes an entry, as it was given, if it is.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="fields">The entries.</param>
    /// <param name="name">The entry's name, and that of the property.</param>
    /// <param name="type">What it has to be.</param>
    public static void Write<T>(Utf8JsonWriter writer, Fields fields, string name, JsonTypeInfo<T> type)
    {
        if (fields.Find(name) is not { } value)
            return;
        using var document = JsonDocument.Parse(Read(value, fields.Place(name), type).Json);
        writer.WritePropertyName(name);
        document.WriteTo(writer);
    }
}
