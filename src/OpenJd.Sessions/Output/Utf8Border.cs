namespace OpenJd.Sessions.Output;

/// <summary>Where bytes may be cut without cutting a UTF-8 character.</summary>
internal static class Utf8Border
{
    private const int CharacterBytesMax = 4;

    /// <summary>The length of the longest beginning that does not end inside a character.</summary>
    public static int LastBefore(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(CharacterBytesMax, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (!IsContinuation(lead))
                return Length(lead) > back && bytes.Length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    /// <summary>How many bytes at the beginning are the rest of a character that was cut off.</summary>
    public static int FirstAfter(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < Math.Min(CharacterBytesMax - 1, bytes.Length) && IsContinuation(bytes[at]))
            at++;
        return at;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int Length(byte lead) => lead switch
    {
        >= 0xF0 => 4,
        >= 0xE0 => 3,
        >= 0xC0 => 2,
        _ => 1,
    };
}
