using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>Tells what Python objects are.</summary>
internal static unsafe class ObjectKinds
{
    private const nuint IsInteger = 1u << 24;
    private const nuint IsList = 1u << 25;
    private const nuint IsTuple = 1u << 26;
    private const nuint IsText = 1u << 28;
    private const nuint IsDictionary = 1u << 29;

    /// <summary>What an object is.</summary>
    /// <param name="item">The object, borrowed.</param>
    public static ObjectKind Of(nint item)
    {
        if (item == PythonApi.None)
            return ObjectKind.None;
        if (item == PythonApi.True || item == PythonApi.False)
            return ObjectKind.Boolean;
        using var type = Reference.Own(PythonApi.TypeOf(item));
        return OfFlags(PythonApi.TypeFlags(type.Value)) ?? FloatOrOther(item);
    }

    /// <summary>The name of an object's type, for messages.</summary>
    /// <param name="item">The object, borrowed.</param>
    public static string NameOf(nint item)
    {
        using var type = Reference.Own(PythonApi.TypeOf(item));
        fixed (byte* name = "__name__"u8)
        {
            using var text = Reference.Own(PythonApi.GetAttribute(type.Value, name));
            return TextObject.Read(text.Value);
        }
    }

    private static ObjectKind? OfFlags(nuint flags)
    {
        if ((flags & IsText) != 0)
            return ObjectKind.Text;
        if ((flags & IsInteger) != 0)
            return ObjectKind.Integer;
        if ((flags & IsDictionary) != 0)
            return ObjectKind.Dictionary;
        if ((flags & IsList) != 0)
            return ObjectKind.List;
        return (flags & IsTuple) != 0 ? ObjectKind.Tuple : null;
    }

    private static ObjectKind FloatOrOther(nint item) =>
        PythonStatus.Check(PythonApi.IsInstance(item, PythonApi.FloatType)) == 1 ? ObjectKind.Float : ObjectKind.Other;
}
