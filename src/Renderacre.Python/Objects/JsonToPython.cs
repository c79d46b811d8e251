using System.Buffers;
using System.Text.Json;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>Makes Python objects of JSON: dict, list, str, int, float, bool and None.</summary>
internal static unsafe class JsonToPython
{
    /// <summary>How deep a text may be nested.</summary>
    public const int DepthMax = 200;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DepthMax };

    /// <summary>Makes the object of a text.</summary>
    /// <param name="utf8">The text, all of it one value.</param>
    /// <returns>The object; owned by the caller.</returns>
    /// <exception cref="JsonException">The text is no JSON, or not UTF-8.</exception>
    public static nint Convert(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        using var value = Reference.Own(Value(ref reader));
        reader.Read();
        return value.PassOn();
    }

    private static nint Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Dictionary(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => Number(ref reader),
        JsonTokenType.True => Reference.Share(PythonApi.True).PassOn(),
        JsonTokenType.False => Reference.Share(PythonApi.False).PassOn(),
        JsonTokenType.Null => Reference.Share(PythonApi.None).PassOn(),
        JsonTokenType.None or JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName
            or JsonTokenType.Comment => throw new JsonException("a value is wanted"),
    };

    private static nint Dictionary(ref Utf8JsonReader reader)
    {
        using var dictionary = Reference.Own(PythonApi.DictNew());
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            using var name = Reference.Own(Text(ref reader));
            reader.Read();
            using var value = Reference.Own(Value(ref reader));
            PythonStatus.Check(PythonApi.DictSet(dictionary.Value, name.Value, value.Value));
        }

        return dictionary.PassOn();
    }

    private static nint List(ref Utf8JsonReader reader)
    {
        using var list = Reference.Own(PythonApi.ListNew(0));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var item = Reference.Own(Value(ref reader));
            PythonStatus.Check(PythonApi.ListAppend(list.Value, item.Value));
        }

        return list.PassOn();
    }

    private static nint Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
            return NumberObject.From(whole);
        return reader.ValueSpan.IndexOfAny("."u8[0], "e"u8[0], "E"u8[0]) < 0
            ? NumberObject.FromDigits(reader.ValueSpan)
            : NumberObject.From(reader.GetDouble());
    }

    private static nint Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Utf8Text(reader.ValueSpan);
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return Utf8Text(rented.AsSpan(0, reader.CopyString(rented)));
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("a text has an escape that stands for no character", fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static nint Utf8Text(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return TextObject.From(utf8);
        }
        catch (PythonErrorException fault)
        {
            PythonApi.ClearError();
            throw new JsonException("a text is not UTF-8", fault);
        }
    }
}
