using System.Buffers.Binary;

namespace Renderacre.Controller.Ids;

/// <summary>
/// The farm's integers as the UUIDs of the wire, and back: kind (4 bits), shard (8), job (36), step (16) and unit (47),
/// mixed, with the version 8 and the variant of RFC 9562. The 11 bits that remain are zero, and checked, so that a
/// foreign UUID is known as one. Plain numbers stand in the place of the unit.
/// </summary>
/// <param name="Kind">What it names.</param>
/// <param name="Job">The job's number, 0 for plain numbers; of a log line the attempt's.</param>
/// <param name="Step">The step's place, 0 for all but tasks.</param>
/// <param name="Unit">The unit's place, or the plain number.</param>
internal readonly record struct WireId(WireIdKind Kind, long Job, int Step, long Unit)
{
    private const int UnitBits = 47;
    private const int StepBits = 16;
    private const int JobBits = 36;
    private const int ShardBits = 8;
    private const int SpareBits = 11;
    private const int LowBits = 62;
    private const ulong Version = 8;
    private const ulong Variant = 2;

    /// <summary>Packs into a UUID.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number does not fit: the farm has run out of ids.</exception>
    public Guid ToGuid()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Job >> JobBits, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Step >> StepBits, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Unit >> UnitBits, 0);
        UInt128 payload = (ulong)Kind;
        payload = ((payload << (ShardBits + JobBits)) | (ulong)Job) << StepBits | (uint)Step;
        payload = ((payload << UnitBits) | (ulong)Unit) << SpareBits;
        return Frame(IdMixing.Mix(payload));
    }

    /// <summary>Unpacks a UUID.</summary>
    /// <param name="guid">The UUID.</param>
    /// <param name="id">What it holds.</param>
    /// <returns>False where no farm gave it out.</returns>
    public static bool TryUnpack(Guid guid, out WireId id)
    {
        id = default;
        if (!TryUnframe(guid, out UInt128 mixed))
            return false;
        UInt128 payload = IdMixing.Unmix(mixed);
        if ((payload & Mask(SpareBits)) != 0)
            return false;
        payload >>= SpareBits;
        var unit = (long)(payload & Mask(UnitBits));
        var step = (int)((payload >>= UnitBits) & Mask(StepBits));
        var job = (long)((payload >>= StepBits) & Mask(JobBits));
        var kindAndShard = (ulong)(payload >> JobBits);
        var kind = (WireIdKind)(kindAndShard >> ShardBits);
        id = new WireId(kind, job, step, unit);
        return (kindAndShard & (ulong)Mask(ShardBits)) == 0 && Enum.IsDefined(kind);
    }

    private static UInt128 Mask(int bits) => (UInt128.One << bits) - 1;

    private static Guid Frame(UInt128 mixed)
    {
        var upper = (ulong)(mixed >> LowBits);
        ulong lower = (ulong)mixed & ((1UL << LowBits) - 1);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (upper >> 12 << 16) | (Version << 12) | (upper & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Variant << LowBits) | lower);
        return new Guid(bytes, bigEndian: true);
    }

    private static bool TryUnframe(Guid guid, out UInt128 mixed)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        ulong high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        ulong low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        ulong upper = (high >> 16 << 12) | (high & 0xFFF);
        mixed = ((UInt128)upper << LowBits) | (low & ((1UL << LowBits) - 1));
        return (high >> 12 & 0xF) == Version && low >> LowBits == Variant;
    }
}
