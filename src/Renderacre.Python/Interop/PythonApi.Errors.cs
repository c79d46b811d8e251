namespace Renderacre.Python.Interop;

/// <content>Errors, signals and the interpreter lock.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>The exception TypeError, borrowed.</summary>
    public static nint TypeError { get; private set; }

    /// <summary>The exception ValueError, borrowed.</summary>
    public static nint ValueError { get; private set; }

    /// <summary>The exception RuntimeError, borrowed.</summary>
    public static nint RuntimeError { get; private set; }

    /// <summary>The exception MemoryError, borrowed.</summary>
    public static nint MemoryError { get; private set; }

    /// <summary>The exception OSError, borrowed.</summary>
    public static nint OsError { get; private set; }

    /// <summary>Sets an error: its type and its value, of which references are taken.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, void> SetError { get; private set; }

    /// <summary>The error that is set, borrowed, or 0.</summary>
    public static delegate* unmanaged[Cdecl]<nint> ErrorOccurred { get; private set; }

    /// <summary>Takes back the error that is set.</summary>
    public static delegate* unmanaged[Cdecl]<void> ClearError { get; private set; }

    /// <summary>Runs the handlers of signals that came; -1 where one raised, as Ctrl-C's does.</summary>
    public static delegate* unmanaged[Cdecl]<int> CheckSignals { get; private set; }

    /// <summary>Releases the interpreter lock; the answer is what <see cref="RestoreThread"/> wants.</summary>
    public static delegate* unmanaged[Cdecl]<nint> SaveThread { get; private set; }

    /// <summary>Takes the interpreter lock again.</summary>
    public static delegate* unmanaged[Cdecl]<nint, void> RestoreThread { get; private set; }

    private static void LoadErrors(nint library)
    {
        TypeError = Variable(library, "PyExc_TypeError");
        ValueError = Variable(library, "PyExc_ValueError");
        RuntimeError = Variable(library, "PyExc_RuntimeError");
        MemoryError = Variable(library, "PyExc_MemoryError");
        OsError = Variable(library, "PyExc_OSError");
        SetError = (delegate* unmanaged[Cdecl]<nint, nint, void>)Function(library, "PyErr_SetObject");
        ErrorOccurred = (delegate* unmanaged[Cdecl]<nint>)Function(library, "PyErr_Occurred");
        ClearError = (delegate* unmanaged[Cdecl]<void>)Function(library, "PyErr_Clear");
        CheckSignals = (delegate* unmanaged[Cdecl]<int>)Function(library, "PyErr_CheckSignals");
        SaveThread = (delegate* unmanaged[Cdecl]<nint>)Function(library, "PyEval_SaveThread");
        RestoreThread = (delegate* unmanaged[Cdecl]<nint, void>)Function(library, "PyEval_RestoreThread");
    }
}
