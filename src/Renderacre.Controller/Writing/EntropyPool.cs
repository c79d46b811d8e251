using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Renderacre.Controller.Writing;

/// <summary>Random bits for commands, asked of the system for many at a time. Used by the writer alone.</summary>
internal sealed class EntropyPool
{
    private const int BytesEach = 16;

    private readonly byte[] _bytes = new byte[256 * BytesEach];
    private int _next;

    /// <summary>Bits that nobody can guess and that are given once.</summary>
    public UInt128 Next()
    {
        if (_next == 0)
            RandomNumberGenerator.Fill(_bytes);
        UInt128 bits = BinaryPrimitives.ReadUInt128LittleEndian(_bytes.AsSpan(_next, BytesEach));
        _next = (_next + BytesEach) % _bytes.Length;
        return bits;
    }
}
