namespace Renderacre.Python.Interop;

/// <content>tuple, list and dict.</content>
internal static unsafe partial class PythonApi
{
    /// <summary>A tuple to be filled; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> TupleNew { get; private set; }

    /// <summary>Fills a place of a new tuple and takes over the reference; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint, int> TupleSet { get; private set; }

    /// <summary>How many items a tuple has; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> TupleSize { get; private set; }

    /// <summary>An item of a tuple; borrowed, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint> TupleGet { get; private set; }

    /// <summary>A list; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> ListNew { get; private set; }

    /// <summary>Appends to a list, which takes a reference of its own; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, int> ListAppend { get; private set; }

    /// <summary>How many items a list has; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint> ListSize { get; private set; }

    /// <summary>An item of a list; borrowed, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint> ListGet { get; private set; }

    /// <summary>A dict; owned, or 0 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint> DictNew { get; private set; }

    /// <summary>Sets an entry, the dict takes references of its own; -1 with an error set.</summary>
    public static delegate* unmanaged[Cdecl]<nint, nint, nint, int> DictSet { get; private set; }

    /// <summary>
    /// The next entry of a dict, borrowed, and moves the position, 0 at first, on; 0 where there is none left.
    /// </summary>
    public static delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int> DictNext { get; private set; }

    private static void LoadContainers(nint library)
    {
        TupleNew = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyTuple_New");
        TupleSet = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Function(library, "PyTuple_SetItem");
        TupleSize = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyTuple_Size");
        TupleGet = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Function(library, "PyTuple_GetItem");
        ListNew = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyList_New");
        ListAppend = (delegate* unmanaged[Cdecl]<nint, nint, int>)Function(library, "PyList_Append");
        ListSize = (delegate* unmanaged[Cdecl]<nint, nint>)Function(library, "PyList_Size");
        ListGet = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Function(library, "PyList_GetItem");
        DictNew = (delegate* unmanaged[Cdecl]<nint>)Function(library, "PyDict_New");
        DictSet = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Function(library, "PyDict_SetItem");
        DictNext = (delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint*, int>)Function(library, "PyDict_Next");
    }
}
