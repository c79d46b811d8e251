using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>bytes objects.</summary>
internal static unsafe class BytesObject
{
    /// <summary>The bytes of a bytes object.</summary>
    /// <param name="bytes">The object, borrowed.</param>
    /// <returns>Its content, valid as long as the object is held.</returns>
    public static ReadOnlySpan<byte> ContentOf(nint bytes)
    {
        byte* start;
        nint length;
        PythonStatus.Check(PythonApi.BytesContent(bytes, &start, &length));
        return new ReadOnlySpan<byte>(start, checked((int)length));
    }

    /// <summary>Makes a bytes object.</summary>
    /// <returns>The object; owned by the caller.</returns>
    public static nint From(ReadOnlySpan<byte> content)
    {
        fixed (byte* start = content)
        {
            var bytes = PythonApi.BytesFrom(start, content.Length);
            return bytes != 0 ? bytes : throw new PythonErrorException();
        }
    }
}
