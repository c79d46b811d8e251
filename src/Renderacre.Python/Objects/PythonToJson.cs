using System.Globalization;
using System.Text.Json;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>Writes Python objects as JSON: dict with names of str, list, tuple, str, int, float, bool, None.</summary>
internal static unsafe class PythonToJson
{
    /// <summary>How deep an object may be nested.</summary>
    public const int DepthMax = 60;

    /// <summary>Writes an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="item">The object, borrowed.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ArgumentTypeException">A part of it is of a type that JSON does not have.</exception>
    /// <exception cref="ArgumentValueException">It is nested too deep, or a number is not finite.</exception>
    public static void Write(Utf8JsonWriter writer, nint item, string what) => Write(writer, item, what, 0);

    private static void Write(Utf8JsonWriter writer, nint item, string what, int depth)
    {
        if (depth > DepthMax)
            throw new ArgumentValueException($"{what}: nested deeper than {DepthMax} levels, or part of itself");
        switch (ObjectKinds.Of(item))
        {
            case ObjectKind.None:
                writer.WriteNullValue();
                break;
            case ObjectKind.Boolean:
                writer.WriteBooleanValue(item == PythonApi.True);
                break;
            case ObjectKind.Text:
                WriteText(writer, item);
                break;
            case ObjectKind.Integer:
                WriteInteger(writer, item);
                break;
            case ObjectKind.Float:
                WriteFloat(writer, item, what);
                break;
            case ObjectKind.List:
                WriteItems(writer, new Items(item, isTuple: false), what, depth);
                break;
            case ObjectKind.Tuple:
                WriteItems(writer, new Items(item, isTuple: true), what, depth);
                break;
            case ObjectKind.Dictionary:
                WriteDictionary(writer, item, what, depth);
                break;
            case ObjectKind.Other:
                throw new ArgumentTypeException(
                    $"{what}: JSON has no {ObjectKinds.NameOf(item)}; dict, list, tuple, str, int, float, bool and None"
                    + " can be written");
        }
    }

    private static void WriteText(Utf8JsonWriter writer, nint text)
    {
        using var utf8 = TextObject.Utf8Of(text);
        writer.WriteStringValue(BytesObject.ContentOf(utf8.Value));
    }

    private static void WriteInteger(Utf8JsonWriter writer, nint number)
    {
        if (NumberObject.Read(number) is { } value)
        {
            writer.WriteNumberValue(value);
            return;
        }

        using var digits = Reference.Own(PythonApi.Str(number));
        writer.WriteRawValue(TextObject.Read(digits.Value));
    }

    private static void WriteFloat(Utf8JsonWriter writer, nint number, string what)
    {
        var value = NumberObject.ReadFloat(number);
        if (!double.IsFinite(value))
        {
            throw new ArgumentValueException(string.Create(
                CultureInfo.InvariantCulture, $"{what}: {value} is no number that JSON has"));
        }

        // 1.0 stays a number with a fraction, as Python's own json writes it.
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e16)
            writer.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture));
        else
            writer.WriteNumberValue(value);
    }

    private static void WriteItems(Utf8JsonWriter writer, Items items, string what, int depth)
    {
        writer.WriteStartArray();
        for (nint i = 0; i < items.Count; i++)
            Write(writer, items[i], string.Create(CultureInfo.InvariantCulture, $"{what}[{i}]"), depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteDictionary(Utf8JsonWriter writer, nint dictionary, string what, int depth)
    {
        writer.WriteStartObject();
        nint position = 0, name, value;
        while (PythonApi.DictNext(dictionary, &position, &name, &value) != 0)
        {
            if (ObjectKinds.Of(name) != ObjectKind.Text)
                throw new ArgumentTypeException($"{what}: names are str, not {ObjectKinds.NameOf(name)}");
            var text = TextObject.Read(name);
            writer.WritePropertyName(text);
            Write(writer, value, $"{what}['{text}']", depth + 1);
        }

        writer.WriteEndObject();
    }
}
