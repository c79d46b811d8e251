using System.Runtime.InteropServices;
using System.Text;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>
/// A null-terminated array of null-terminated UTF-8 texts, as exec takes its arguments and environment.
/// </summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private byte* _block;

    public NativeStrings(IReadOnlyList<string> texts)
    {
        var pointerBytes = (texts.Count + 1) * sizeof(byte*);
        var textBytes = texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        _block = (byte*)NativeMemory.Alloc((nuint)(pointerBytes + textBytes));
        var end = _block + pointerBytes + textBytes;
        var next = _block + pointerBytes;
        for (var i = 0; i < texts.Count; i++)
        {
            Pointer[i] = next;
            next += Encoding.UTF8.GetBytes(texts[i], new Span<byte>(next, (int)(end - next)));
            *next++ = 0;
        }

        Pointer[texts.Count] = null;
    }

    /// <summary>The array.</summary>
    public byte** Pointer => (byte**)_block;

    public void Dispose()
    {
        NativeMemory.Free(_block);
        _block = null;
    }
}
