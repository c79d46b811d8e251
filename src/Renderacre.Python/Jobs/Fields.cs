using System.Globalization;
using System.Text.Json;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Jobs;

/// <summary>The entries of a dict that describes a job or a task: those that are None count as not given.</summary>
internal sealed unsafe class Fields
{
    private readonly Dictionary<string, nint> _values = new(StringComparer.Ordinal);
    private readonly string _what;

    /// <summary>Reads a dict.</summary>
    /// <param name="dictionary">The dict, borrowed; it has to be held as long as this is used.</param>
    /// <param name="what">What it describes, for messages; empty for the job itself.</param>
    /// <param name="known">The names that it may have.</param>
    /// <exception cref="ArgumentTypeException">It is no dict, or has another name.</exception>
    public Fields(nint dictionary, string what, IReadOnlyCollection<string> known)
    {
        _what = what;
        if (ObjectKinds.Of(dictionary) != ObjectKind.Dictionary)
            throw new ArgumentTypeException($"{what}: a dict is wanted, not {ObjectKinds.NameOf(dictionary)}");
        nint position = 0, name, value;
        while (PythonApi.DictNext(dictionary, &position, &name, &value) != 0)
        {
            var text = ObjectKinds.Of(name) == ObjectKind.Text ? TextObject.Read(name) : ObjectKinds.NameOf(name);
            if (!known.Contains(text))
                throw new ArgumentTypeException($"{Place(text)}: unknown; known are {string.Join(", ", known)}");
            if (value != PythonApi.None)
                _values[text] = value;
        }
    }

    /// <summary>An entry as it is, borrowed, or null.</summary>
    public nint? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Where an entry stands, for messages.</summary>
    public string Place(string name) => _what.Length == 0 ? name : $"{_what}['{name}']";

    /// <summary>A str, or null.</summary>
    /// <exception cref="ArgumentTypeException">It is something else.</exception>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return ObjectKinds.Of(value) == ObjectKind.Text ? TextObject.Read(value) : throw Wrong(name, "str", value);
    }

    /// <summary>A str that has to be there.</summary>
    /// <exception cref="ArgumentTypeException">It is missing, or something else.</exception>
    public string RequiredText(string name) =>
        Text(name) ?? throw new ArgumentTypeException($"{Place(name)}: str is wanted, not None");

    /// <summary>A list or tuple of str; none where it is not given.</summary>
    /// <exception cref="ArgumentTypeException">It is something else.</exception>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is { } value ? TextItems.Read(value, Place(name)) : [];

    /// <summary>An int, or null.</summary>
    /// <param name="name">The entry.</param>
    /// <param name="min">The least.</param>
    /// <param name="max">The most.</param>
    /// <exception cref="ArgumentTypeException">It is something else.</exception>
    /// <exception cref="ArgumentValueException">It is out of the bounds.</exception>
    public long? Integer(string name, long min, long max)
    {
        if (Find(name) is not { } value)
            return null;
        if (ObjectKinds.Of(value) != ObjectKind.Integer)
            throw Wrong(name, "int", value);
        return NumberObject.Read(value) is { } number && number >= min && number <= max
            ? number
            : throw new ArgumentValueException(string.Create(
                CultureInfo.InvariantCulture, $"{Place(name)}: a number from {min} to {max} is wanted"));
    }

    /// <summary>Writes a dict of str, empty where it is not given.</summary>
    /// <exception cref="ArgumentTypeException">It is something else.</exception>
    public void WriteTextMap(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        if (Find(name) is { } value)
            WriteTexts(writer, name, value);
        writer.WriteEndObject();
    }

    private void WriteTexts(Utf8JsonWriter writer, string name, nint map)
    {
        if (ObjectKinds.Of(map) != ObjectKind.Dictionary)
            throw Wrong(name, "a dict of str", map);
        nint position = 0, key, value;
        while (PythonApi.DictNext(map, &position, &key, &value) != 0)
        {
            if (ObjectKinds.Of(key) != ObjectKind.Text)
                throw Wrong(name, "a dict whose names are str", key);
            if (ObjectKinds.Of(value) != ObjectKind.Text)
                throw Wrong(name, $"str for '{TextObject.Read(key)}'", value);
            writer.WriteString(TextObject.Read(key), TextObject.Read(value));
        }
    }

    private ArgumentTypeException Wrong(string name, string wanted, nint value) =>
        new($"{Place(name)}: {wanted} is wanted, not {ObjectKinds.NameOf(value)}");
}
