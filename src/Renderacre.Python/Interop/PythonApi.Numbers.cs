namespace Renderacre.Python.Interop;

/// <content>int, float and bool.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>An int; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<long, nint> IntFrom { get; private set; }

    /// <summary>An int of its digits, zero-terminated, in a base; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<byte*, byte**, int, nint> IntFromDigits { get; private set; }

    /// <summary>
    /// An int's value; where it has none in 64 bits, the last argument becomes -1 or 1 and no error is set.
    /// </summary>
    public static delegate* unmanaged[Cdecl]<nint, int*, long> IntValue { get; private set; }

    /// <summary>A float; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<double, nint> FloatFrom { get; private set; }

    /// <summary>A float's value; -1 with an error set where it is none.</summary>
    public static delegate* unmanaged[Cdecl]<nint, double> FloatValue { get; private set; }

    private static void LoadNumbers(nint library)
    {
        IntFrom = (delegate* unmanaged[Cdecl]<long, nint>)Function(library, "PyLong_FromLongLong");
        IntFromDigits = (delegate* unmanaged[Cdecl]<byte*, byte**, int, nint>)Function(library, "PyLong_FromString");
        IntValue = (delegate* unmanaged[Cdecl]<nint, int*, long>)Function(library, "PyLong_AsLongLongAndOverflow");
        FloatFrom = (delegate* unmanaged[Cdecl]<double, nint>)Function(library, "PyFloat_FromDouble");
        FloatValue = (delegate* unmanaged[Cdecl]<nint, double>)Function(library, "PyFloat_AsDouble");
    }
}
