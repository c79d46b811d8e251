using System.Globalization;
using Renderacre.Farm.Ids;

namespace Renderacre.Controller.Ids;

/// <summary>Lease tokens as the wire's text: 32 hexadecimal digits.</summary>
internal static class WireToken
{
    private const int HalfDigits = 16;

    /// <summary>Writes a token.</summary>
    public static string Write(LeaseToken token) => $"{token.High:x16}{token.Low:x16}";

    /// <summary>Reads a token; a text that is none gives one that no lease has.</summary>
    public static LeaseToken Read(string? text) =>
        text?.Length == 2 * HalfDigits
            && TryHex(text.AsSpan(0, HalfDigits), out ulong high) && TryHex(text.AsSpan(HalfDigits), out ulong low)
            ? new LeaseToken(high, low)
            : default;

    /// <summary>Whether a text is a token, without telling by time how much of it is right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token.</param>
    public static bool Matches(string? text, LeaseToken token)
    {
        LeaseToken given = Read(text);
        return given != default && ((given.High ^ token.High) | (given.Low ^ token.Low)) == 0;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out ulong value) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
