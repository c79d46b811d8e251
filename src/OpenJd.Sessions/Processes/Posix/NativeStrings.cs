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
    /// <param name="variables">The variables.</param>
    /// <param name="over">More of them, which count where a name is among both.</param>
    public static NativeStrings Of(
        IReadOnlyDictionary<string, string> variables, IReadOnlyList<(string Name, string Value)> over)
    {
        var characters = variables.Sum(each => each.Key.Length + each.Value.Length + 1)
            + over.Sum(each => each.Name.Length + each.Value.Length + 1);
        var strings = new NativeStrings(variables.Count + over.Count, characters);
        foreach (var (name, value) in over)
            strings.Write(name, value);
        foreach (var (name, value) in variables)
        {
            if (!over.Any(each => each.Name == name))
                strings.Write(name, value);
        }

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
