namespace Renderacre.Python.Interop;

/// <summary>A reference that is owned here: it is given back at the end, unless it is passed on.</summary>
internal ref struct Reference
{
    private nint _value;

    private Reference(nint value) => _value = value;

    /// <summary>The object; never 0.</summary>
    public readonly nint Value => _value;

    /// <summary>Owns what one of Python's functions returned.</summary>
    /// <param name="value">The object, or 0 where an error is set.</param>
    /// <exception cref="PythonErrorException">It is 0.</exception>
    public static Reference Own(nint value) => value == 0 ? throw new PythonErrorException() : new(value);

    /// <summary>Owns a reference more of an object that is borrowed.</summary>
    public static unsafe Reference Share(nint value)
    {
        PythonApi.IncRef(value);
        return new(value);
    }

    /// <summary>Passes the reference on: whoever gets it owns it from here on.</summary>
    public nint PassOn()
    {
        var value = _value;
        _value = 0;
        return value;
    }

    /// <summary>Gives the reference back.</summary>
    public unsafe void Dispose()
    {
        if (_value != 0)
            PythonApi.DecRef(_value);
        _value = 0;
    }
}
