namespace Renderacre.Python.Interop;

/// <content>str and bytes.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>A str of UTF-8; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<byte*, nint, nint> TextFromUtf8 { get; private set; }

    /// <summary>The bytes of a str as UTF-8; owned, or 0 with an error set (lone surrogates).</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> TextToUtf8 { get; private set; }

    /// <summary>Where the bytes of a bytes object are, valid as long as it is; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, byte**, nint*, int> BytesContent { get; private set; }

    /// <summary>A bytes object with a copy of the bytes; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<byte*, nint, nint> BytesFrom { get; private set; }

    private static void LoadText(nint library)
    {
        TextFromUtf8 =
            (delegate* unmanaged[Cdecl]<byte*, nint, nint>)Function(library, "PyUnicode_FromStringAndSize");
        // The one that returns a pointer into the str is in the limited API only since 3.10.
        TextToUtf8 = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyUnicode_AsUTF8String");
        BytesContent =
            (delegate* unmanaged[Cdecl]<nint, byte**, nint*, int>)Function(library, "PyBytes_AsStringAndSize");
        BytesFrom = (delegate* unmanaged[Cdecl]<byte*, nint, nint>)Function(library, "PyBytes_FromStringAndSize");
    }
}
