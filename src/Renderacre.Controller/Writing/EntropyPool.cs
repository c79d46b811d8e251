using System.Buffers.Binary;

namespace Renderacre.Controller.Writing;

/// <summary>Random bits for commands, asked of their source for many at a time. Used by the writer alone.</summary>
/// <param name="fill">The source: fills bytes with what nobody can guess.</param>
internal sealed class EntropyPool(Action<byte[]> fill)
{
    private const int BytesEach = 16;

    private readonly byte[] _bytes = new byte[256 * BytesEach];
    private int _next;

    /// <summary>Bits that are given once.</summary>
    public UInt128 Next()
    {
        if (_next == 0)
            fill(_bytes);
        UInt128 bits = BinaryPrimitives.ReadUInt128LittleEndian(_bytes.AsSpan(_next, BytesEach));
        _next = (_next + BytesEach) % _bytes.Length;
        return bits;
    }

    /// <summary>A UUID that is given once.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[BytesEach];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, Next());
        return new Guid(bytes);
    }
}
