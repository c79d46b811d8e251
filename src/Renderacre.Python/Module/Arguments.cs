using System.Globalization;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Module;

/// <summary>
/// The arguments of a function of the module, all by position. The Python layer fills in defaults; what comes from
/// users is checked here.
/// </summary>
/// <param name="tuple">The arguments, borrowed.</param>
/// <param name="names">Their names in order.</param>
internal readonly unsafe struct Arguments(nint tuple, params string[] names)
{
    /// <summary>Makes sure that there are as many as the function has.</summary>
    /// <exception cref="ArgumentTypeException">There are more or less.</exception>
    public Arguments Checked()
    {
        var count = PythonStatus.Check(PythonApi.TupleSize(tuple));
        return count == names.Length
            ? this
            : throw new ArgumentTypeException(string.Create(
                CultureInfo.InvariantCulture, $"{names.Length} arguments are wanted, not {count}"));
    }

    /// <summary>An argument as it is, borrowed.</summary>
    public nint Object(int index) => PythonApi.TupleGet(tuple, index) is not 0 and var item
        ? item
        : throw new PythonErrorException();

    /// <summary>An argument as it is, borrowed, or null for None.</summary>
    public nint? Optional(int index) => Object(index) is var item && item == PythonApi.None ? null : item;

    /// <summary>The name of an argument.</summary>
    public string Name(int index) => names[index];

    /// <summary>A str.</summary>
    /// <exception cref="ArgumentTypeException">It is none.</exception>
    public string Text(int index)
    {
        var item = Object(index);
        return ObjectKinds.Of(item) == ObjectKind.Text ? TextObject.Read(item) : throw Wrong(index, "str", item);
    }

    /// <summary>A str, or null for None.</summary>
    /// <exception cref="ArgumentTypeException">It is neither.</exception>
    public string? OptionalText(int index) => Optional(index) is null ? null : Text(index);

    /// <summary>An int of 64 bits.</summary>
    /// <exception cref="ArgumentTypeException">It is none.</exception>
    public long Integer(int index)
    {
        var item = Object(index);
        if (ObjectKinds.Of(item) != ObjectKind.Integer)
            throw Wrong(index, "int", item);
        return NumberObject.Read(item) ?? throw new ArgumentValueException($"{names[index]}: the number is too large");
    }

    /// <summary>A time in seconds, more than 0.</summary>
    /// <exception cref="ArgumentTypeException">It is no number.</exception>
    /// <exception cref="ArgumentValueException">It is not positive, or longer than a timer can be.</exception>
    public TimeSpan Seconds(int index)
    {
        var item = Object(index);
        if (ObjectKinds.Of(item) is not (ObjectKind.Integer or ObjectKind.Float))
            throw Wrong(index, "a number of seconds", item);
        var seconds = NumberObject.ReadFloat(item);
        return seconds > 0 && seconds <= int.MaxValue / 1000
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentValueException($"{names[index]}: more than 0 and at most 2147483 seconds are wanted");
    }

    /// <summary>A list or tuple of str; null for None.</summary>
    /// <exception cref="ArgumentTypeException">It is none.</exception>
    public IReadOnlyList<string>? OptionalTexts(int index) =>
        Optional(index) is { } item ? TextItems.Read(item, names[index]) : null;

    private ArgumentTypeException Wrong(int index, string wanted, nint item) =>
        new($"{names[index]}: {wanted} is wanted, not {ObjectKinds.NameOf(item)}");
}
