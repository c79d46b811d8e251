using System.Runtime.InteropServices;
using System.Text;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>
/// A null-terminated array of null-terminated UTF-8 texts, as exec takes its arguments and environment.
/// </summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private const int BytesOfCharMax = 3;

    private byte* _block;
    private byte* _next;
    private readonly byte* _end;
    private int _count;

    // Room for the longest that the texts can become: counting their bytes would read each of them once more.
    private NativeStrings(int count, int characters)
    {
        var pointerBytes = (count + 1) * sizeof(byte*);
        var bytes = pointerBytes + characters * BytesOfCharMax + count;
        _block = (byte*)NativeMemory.Alloc((nuint)bytes);
        _next = _block + pointerBytes;
        _end = _block + bytes;
        Pointer[0] = null;
    }

    /// <summary>The array.</summary>
    public byte** Pointer => (byte**)_block;

    /// <summary>An array of texts.</summary>
    /// <param name="texts">The texts.</param>
    public static NativeStrings Of(IReadOnlyList<string> texts)
    {
        var strings = new NativeStrings(texts.Count, texts.Sum(text => text.Length));
        foreach (var text in texts)
        {
            strings.Start();
            strings.Write(text);
            strings.End();
        }

        return strings;
    }

    /// <summary>An array of texts NAME=VALUE.</summary>
    /// <param name="variables">The variables; to be kept alive as long as the array.</param>
    /// <param name="over">More of them, which count where a name is among both.</param>
    public static NativeStrings Of(NativeVariables variables, IReadOnlyList<(string Name, string Value)> over)
    {
        var characters = over.Sum(each => each.Name.Length + each.Value.Length + 1);
        var strings = new NativeStrings(variables.Count + over.Count, characters);
        var hidden = (Span<int>)stackalloc int[over.Count];
        foreach (var (name, value) in over)
        {
            hidden[strings._count] = variables.IndexOf(name);
            strings.Write(name, value);
        }

        for (var index = 0; index < variables.Count; index++)
        {
            if (!hidden.Contains(index))
                strings.Pointer[strings._count++] = (byte*)variables.Addresses[index];
        }

        strings.Pointer[strings._count] = null;
        return strings;
    }

    public void Dispose()
    {
        NativeMemory.Free(_block);
        _block = null;
    }

    private void Write(string name, string value)
    {
        Start();
        Write(name);
        *_next++ = (byte)'=';
        Write(value);
        End();
    }

    private void Start() => Pointer[_count++] = _next;

    private void Write(string text) =>
        _next += Encoding.UTF8.GetBytes(text, new Span<byte>(_next, (int)(_end - _next)));

    private void End()
    {
        *_next++ = 0;
        Pointer[_count] = null;
    }
}
