using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>tuple objects.</summary>
internal static unsafe class TupleObject
{
    /// <summary>Makes a tuple.</summary>
    /// <param name="items">The items; their references are taken over.</param>
    /// <returns>The tuple; owned by the caller.</returns>
    public static nint From(params ReadOnlySpan<nint> items)
    {
        using var tuple = Reference.Own(PythonApi.TupleNew(items.Length));
        for (var i = 0; i < items.Length; i++)
            PythonStatus.Check(PythonApi.TupleSet(tuple.Value, i, items[i]));
        return tuple.PassOn();
    }
}
