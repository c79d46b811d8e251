namespace Renderacre.Python.Interop;

/// <content>Objects of any type.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>None, borrowed.</summary>
    public static nint None { get; private set; }

    /// <summary>True, borrowed.</summary>
    public static nint True { get; private set; }

    /// <summary>False, borrowed.</summary>
    public static nint False { get; private set; }

    /// <summary>The type float, borrowed.</summary>
    public static nint FloatType { get; private set; }

    /// <summary>Takes a reference more.</summary>
    public static delegate* unmanaged[Cdecl]<nint, void> IncRef { get; private set; }

    /// <summary>Gives a reference back.</summary>
    public static delegate* unmanaged[Cdecl]<nint, void> DecRef { get; private set; }

    /// <summary>An object's type; owned.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> TypeOf { get; private set; }

    /// <summary>The flags of a type.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nuint> TypeFlags { get; private set; }

    /// <summary>Whether an object is of a type: 1, 0, or -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, int> IsInstance { get; private set; }

    /// <summary>An object's <c>str()</c>; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> Str { get; private set; }

    /// <summary>An attribute by name; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, byte*, nint> GetAttribute { get; private set; }

    /// <summary>Calls an object with a tuple of arguments; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint> Call { get; private set; }

    private static void LoadObjects(nint library)
    {
        None = Object(library, "_Py_NoneStruct");
        True = Object(library, "_Py_TrueStruct");
        False = Object(library, "_Py_FalseStruct");
        FloatType = Object(library, "PyFloat_Type");
        IncRef = (delegate* unmanaged[Cdecl]<nint, void>)Function(library, "Py_IncRef");
        DecRef = (delegate* unmanaged[Cdecl]<nint, void>)Function(library, "Py_DecRef");
        TypeOf = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyObject_Type");
        TypeFlags = (delegate* unmanaged[Cdecl]<nint, nuint>)Function(library, "PyType_GetFlags");
        IsInstance = (delegate* unmanaged[Cdecl]<nint, nint, int>)Function(library, "PyObject_IsInstance");
        Str = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyObject_Str");
        GetAttribute = (delegate* unmanaged[Cdecl]<nint, byte*, nint>)Function(library, "PyObject_GetAttrString");
        Call = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Function(library, "PyObject_CallObject");
    }
}
