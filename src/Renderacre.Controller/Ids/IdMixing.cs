namespace Renderacre.Controller.Ids;

/// <summary>
/// A fixed, invertible mixing of 122 bits, so that ids of neighbours differ from their first characters on and people
/// can shorten them to a unique prefix. It hides nothing and is no cryptography.
/// </summary>
internal static class IdMixing
{
    private const int HalfBits = 61;
    private const ulong HalfMask = (1UL << HalfBits) - 1;

    private static readonly ulong[] RoundKeys =
    [
        0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0xD6E8_FEB8_6659_FD93,
        0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB,
    ];

    /// <summary>Mixes.</summary>
    /// <param name="payload">122 bits.</param>
    public static UInt128 Mix(UInt128 payload)
    {
        (ulong left, ulong right) = Split(payload);
        foreach (ulong key in RoundKeys)
            (left, right) = (right, left ^ Round(right, key));
        return Join(left, right);
    }

    /// <summary>Undoes <see cref="Mix"/>.</summary>
    /// <param name="mixed">122 bits.</param>
    public static UInt128 Unmix(UInt128 mixed)
    {
        (ulong left, ulong right) = Split(mixed);
        for (int i = RoundKeys.Length - 1; i >= 0; i--)
            (left, right) = (right ^ Round(left, RoundKeys[i]), left);
        return Join(left, right);
    }

    private static (ulong Left, ulong Right) Split(UInt128 bits) =>
        ((ulong)(bits >> HalfBits) & HalfMask, (ulong)bits & HalfMask);

    private static UInt128 Join(ulong left, ulong right) => ((UInt128)left << HalfBits) | right;

    private static ulong Round(ulong half, ulong key)
    {
        ulong mixed = unchecked((half + key) * 0xBF58_476D_1CE4_E5B9);
        mixed ^= mixed >> 29;
        mixed = unchecked(mixed * 0x94D0_49BB_1331_11EB);
        return (mixed ^ (mixed >> 32)) & HalfMask;
    }
}
